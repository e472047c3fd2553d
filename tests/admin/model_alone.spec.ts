import { test } from '@japa/runner'
import { guardStaff } from '#core/accounts'
import { adminRoutes, resource } from '#core/admin'
import { AuditEntry } from '#core/audit'
import { Location } from '#core/organisation'
import { mountRoutes } from '#core/platform'
import { collectRoutes } from '#app/platform/routes'
import { atDesk, save } from '#tests/admin/desk'
import { withModule } from '#tests/jobs/kit'
import { freshDatabase } from '#tests/kit/database'
import { aLocation } from '#tests/scheduling/planner'

const PLACES = '/admin/probe/places'
const id = 'testing_places'
const admin = { resources: [resource({ id: `${id}.places`, model: Location })] }

// The routes are fixed once the server listens; nobody holds their permissions outside the tests.
mountRoutes(
  collectRoutes(
    id,
    { site: '/probe', account: '/account/probe', staff: '/admin/probe', device: '/device/probe' },
    adminRoutes({ id, admin }, '')
  ),
  {
    site: async () => {},
    account: async () => {},
    staff: (ctx, { permission }) => guardStaff(ctx, permission!),
    device: async () => {},
  }
)

const permissions = [
  { id: `${id}.places.view`, roles: ['owner', 'manager'] as const },
  { id: `${id}.places.manage`, roles: ['owner'] as const },
]

test.group('A resource with the model alone', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(() => withModule(id, { permissions }))

  test('lists, shows, creates and edits', async ({ assert }) => {
    await aLocation({ name: 'Pisa' })
    const owner = await atDesk('owner')
    assert.include((await owner.get(PLACES)).text, 'Pisa')
    assert.notInclude((await owner.get(`${PLACES}?q=lucca`)).text, 'Pisa')

    const created = await save(owner, `${PLACES}/create`, {
      name: 'Lucca',
      slug: 'lucca',
      zone: 'Europe/Rome',
      active: 'on',
      version: '7',
      publicId: 'chosen-by-somebody',
    })
    assert.equal(created.status, 303)
    const lucca = await Location.findByOrFail('slug', 'lucca')
    assert.deepInclude(lucca.serialize(), { name: 'Lucca', active: true, version: 1, phone: null })
    assert.notEqual(lucca.publicId, 'chosen-by-somebody')
    assert.include((await owner.get(`${PLACES}/${lucca.id}`)).text, 'Europe/Rome')

    const stale = (await owner.get(`${PLACES}/${lucca.id}/edit`)).form('/places')
    await save(owner, `${PLACES}/${lucca.id}/edit`, { name: 'Lucca centre' })
    assert.deepInclude((await lucca.refresh()).serialize(), { name: 'Lucca centre', version: 2 })
    assert.equal((await owner.submit(stale, { name: 'Late' })).status, 409)

    const actions = await AuditEntry.query().where('object', `${id}.place`).orderBy('id')
    assert.deepEqual(
      actions.map(({ action }) => action),
      [`${id}.place_created`, `${id}.place_changed`]
    )
  })

  test('is denied to whoever lacks its permission', async ({ assert }) => {
    const place = await aLocation({ name: 'Pisa' })
    const reader = await atDesk('manager')
    const page = await reader.get(`${PLACES}/${place.id}`)
    assert.equal(page.status, 200)
    assert.notInclude(page.text, '/edit')
    const { _csrf } = page.form('/sign-out').fields
    const post = { _csrf, version: '1', name: 'Mine' }
    for (const path of ['', `/${place.id}`]) {
      assert.equal((await reader.post(PLACES + path, post)).status, 403, path)
    }
    const desk = await atDesk('desk')
    for (const path of ['', '/create', `/${place.id}`, `/${place.id}/edit`]) {
      assert.equal((await desk.get(PLACES + path)).status, 403, path)
    }
    assert.equal((await place.refresh()).name, 'Pisa')
  })
})

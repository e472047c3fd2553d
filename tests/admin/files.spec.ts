import { test } from '@japa/runner'
import { guardStaff } from '#core/accounts'
import { adminRoutes, readersOf, removal, resource, type AnyResource } from '#core/admin'
import { AuditEntry } from '#core/audit'
import { defineFileUse, filesOf, StoredFile } from '#core/files'
import { Location } from '#core/organisation'
import { clock, mountRoutes } from '#core/platform'
import { collectRoutes } from '#app/platform/routes'
import { atDesk } from '#tests/admin/desk'
import { PASSWORD, signedIn, someStaff } from '#tests/accounts/people'
import { aPdf } from '#tests/files/corpus'
import { aPng } from '#tests/files/pictures'
import { traces } from '#tests/files/probes'
import { withModule } from '#tests/jobs/kit'
import { freshDatabase } from '#tests/kit/database'
import type { Answer, HttpClient } from '#tests/kit/http'
import { aLocation } from '#tests/scheduling/planner'
import { visitor } from '#tests/web/visitor'

const PLACES = '/admin/filed/places'
const HOUR = 3_600_000
const id = 'testing_filed'

const plans = defineFileUse({
  id: `${id}.plan`,
  table: Location.table,
  types: ['pdf', 'png'],
  most: 2,
  mayRead: readersOf(() => places),
})
const places: AnyResource = resource({
  id: `${id}.places`,
  model: Location,
  form: {
    fields: [
      { name: 'name', kind: 'text', required: true },
      { name: 'slug', kind: 'text', required: true },
      { name: 'zone', kind: 'text', required: true },
      { name: 'plan', kind: 'file', use: plans, required: true },
    ],
  },
  actions: [removal(`${id}.places.manage`, () => places)],
})

// The routes are fixed once the server listens; nobody holds their permissions outside the tests.
mountRoutes(
  collectRoutes(
    id,
    { site: '/filed', account: '/account/filed', staff: '/admin/filed', device: '/device/filed' },
    adminRoutes({ id, admin: { resources: [places] } }, '')
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
const pdf = (name = 'plan.pdf') => new File([new Uint8Array(aPdf())], name)
const png = () => new File([new Uint8Array(aPng())], 'front.png', { type: 'image/png' })
const PISA = { name: 'Pisa', slug: 'pisa', zone: 'Europe/Rome' }

type Sent = Record<string, string | File>

/** Fills in the form of a page; what it holds stays unless `with` says otherwise. */
async function send(client: HttpClient, page: Answer, fields: Sent): Promise<Answer> {
  const { action, fields: own } = page.form('/places')
  const held = [...page.text.matchAll(/name="plan_held\[\]" value="([\w-]{22})" checked/g)]
  const boxes = held.map(([, value], at) => [`plan_held[${at}]`, value])
  const plain = Object.entries(own).filter(([name]) => !name.startsWith('plan'))
  const given = Object.fromEntries([...plain, ...boxes]) as Sent
  return client.upload(action, { ...given, ...fields })
}

test.group('A file field', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(() => withModule(id, { permissions, files: [plans] }))

  async function created(owner: HttpClient): Promise<Location> {
    const form = await owner.get(`${PLACES}/create`)
    const answer = await send(owner, form, { ...PISA, plan: pdf() })
    if (answer.status !== 303) throw new Error(`${answer.status}`)
    return Location.findByOrFail('slug', 'pisa')
  }
  const names = async (place: Location) => (await filesOf(plans, place.id)).map(({ name }) => name)

  test('is asked for, checked, kept over errors and shown with the record', async ({ assert }) => {
    const owner = await atDesk('owner')
    const form = await owner.get(`${PLACES}/create`)
    assert.match(form.text, /<form[^>]*enctype="multipart\/form-data"/)
    assert.include(form.text, 'Up to 2 files: PDF, PNG, each at most 10 MB.')
    const missing = await send(owner, form, PISA)
    assert.equal(missing.status, 422)
    assert.include(missing.text, '<a href="#plan">Choose a file.</a>')
    const wrong = await send(owner, form, { ...PISA, plan: pdf('plan.exe') })
    assert.include(wrong.text, 'Files of this kind are not taken here.')
    const nameless = await send(owner, form, { ...PISA, name: '', plan: pdf() })
    assert.equal(nameless.status, 422)
    assert.include(nameless.text, 'plan.pdf')
    const saved = await send(owner, nameless, { name: 'Pisa' })
    assert.equal(saved.status, 303)
    const place = await Location.findByOrFail('slug', 'pisa')
    assert.deepEqual(await names(place), ['plan.pdf'])
    const [file] = await filesOf(plans, place.id)
    const page = await owner.get(`${PLACES}/${place.id}`)
    assert.match(page.text, new RegExp(`href="/files/${file.publicId}">plan.pdf</a>`))
    assert.equal((await owner.get(`/files/${file.publicId}`)).text, aPdf().toString())
  })

  test('is added to and taken from when the record is edited', async ({ assert }) => {
    const owner = await atDesk('owner')
    const place = await created(owner)
    const edit = () => owner.get(`${PLACES}/${place.id}/edit`)
    assert.equal((await send(owner, await edit(), { plan: png() })).status, 303)
    assert.deepEqual(await names(place), ['plan.pdf', 'front.png'])
    const third = await send(owner, await edit(), { plan: png() })
    assert.include(third.text, 'Attach no more than 2 files.')
    const first = (await filesOf(plans, place.id))[0].publicId
    const dropped = await send(owner, await edit(), { 'plan_held[1]': first })
    assert.equal(dropped.status, 303)
    assert.deepEqual(await names(place), ['plan.pdf'])
    const lines = await AuditEntry.query().where('object', 'files.file').orderBy('id')
    assert.deepEqual(
      lines.map(({ action }) => action),
      ['files.attached', 'files.attached', 'files.removed']
    )
  })

  test('V6 sent after the session ended: what was typed is kept, files are not', async ({
    assert,
  }) => {
    clock.freeze(Date.parse('2026-11-23T08:00:00Z'))
    const user = await someStaff({ role: 'owner' })
    const owner = await signedIn(user)
    const form = await owner.get(`${PLACES}/create`)
    clock.advance(2 * HOUR)
    const before = await traces()
    const kept = await send(owner, form, { ...PISA, plan: pdf() })
    assert.equal(kept.status, 401)
    assert.include(kept.text, 'Files are not kept.')
    assert.notInclude(kept.text, '%PDF')
    assert.deepEqual(await traces(), before)
    assert.isNull(await Location.findBy('slug', 'pisa'))

    await owner.post('/sign-in', { email: user.email, password: PASSWORD })
    const back = await owner.submit(kept.form('/places'))
    assert.equal(back.status, 422)
    assert.include(back.text, '<a href="#plan">Choose a file.</a>')
    const { name, slug, zone } = back.form('/places').fields
    assert.deepEqual({ name, slug, zone }, PISA)
    assert.equal((await send(owner, back, { plan: pdf() })).status, 303)
  })

  test('two people at once: the second sees both, and no file is lost', async ({ assert }) => {
    const owner = await atDesk('owner')
    const place = await created(owner)
    const stale = await owner.get(`${PLACES}/${place.id}/edit`)
    await send(owner, await owner.get(`${PLACES}/${place.id}/edit`), { name: 'Pisa centre' })
    const late = await send(owner, stale, { name: 'Late', plan: png() })
    assert.equal(late.status, 409)
    assert.include(late.text, 'plan.pdf, front.png')
    assert.deepEqual(await names(place), ['plan.pdf'])
    const mine = await send(owner, late, { name: 'Late' })
    assert.equal(mine.status, 303)
    assert.deepEqual(await names(place), ['plan.pdf', 'front.png'])
  })

  test('belongs to its record alone, and goes with it', async ({ assert }) => {
    const owner = await atDesk('owner')
    const place = await created(owner)
    const [file] = await filesOf(plans, place.id)
    const address = `/files/${file.publicId}`
    assert.equal((await (await atDesk('manager')).get(address)).status, 200)
    assert.equal((await (await atDesk('desk')).get(address)).status, 404)
    assert.equal((await visitor().get(address)).status, 404)

    const other = await aLocation({ name: 'Lucca' })
    const form = await owner.get(`${PLACES}/${other.id}/edit`)
    const stolen = await send(owner, form, { 'plan_held[0]': file.publicId })
    assert.include(stolen.text, 'Choose a file.')
    assert.deepEqual(await names(place), ['plan.pdf'])
    // A plain post cannot fake what a file field holds.
    const { fields, action } = form.form('/places')
    const faked = { ...fields, 'plan[files][0][id]': file.publicId }
    assert.equal((await owner.post(action, faked)).status, 422)

    const { fields: token } = (await owner.get(`${PLACES}/${place.id}/remove`)).form('/remove')
    await owner.post(`${PLACES}/${place.id}/remove`, token)
    assert.isNull(await Location.find(place.id))
    assert.lengthOf(await StoredFile.all(), 0)
  })
})

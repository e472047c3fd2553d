import { test } from '@japa/runner'
import { resource, type AnyResource } from '#core/admin'
import { Location } from '#core/organisation'
import { allContributions, clock } from '#core/platform'
import { wholeDataMap } from '#core/privacy'
import { adminRoutes } from '#app/admin/routes'
import { collectRoutes } from '#app/platform/routes'
import { phoneCode, withTwoFactor } from '#tests/accounts/codes'
import { PASSWORD, signedIn, someStaff } from '#tests/accounts/people'
import { freshDatabase } from '#tests/kit/database'
import { aLocation } from '#tests/scheduling/planner'

const MINUTE = 60_000
const never = () => Promise.reject(new Error('nobody runs it'))
const NOW = Date.parse('2026-11-23T08:00:00Z')

test.group('Asked again before dangerous pages', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(() => {
    clock.freeze(NOW)
    return () => clock.restore()
  })

  test('after 15 minutes a dangerous page asks, and then opens', async ({ assert }) => {
    const desk = await signedIn(await someStaff({ role: 'owner' }))
    const pages = [
      '/admin/accounts/staff/create',
      '/admin/accounts/roles/create',
      '/admin/settings',
      '/admin/platform/plugins',
      '/account/security/two-factor',
      '/admin/customers/customers/export?format=csv',
      '/admin/audit/entries/export?format=csv&q=a',
      '/admin/messaging/mails/export',
      `/admin/organisation/locations/${(await aLocation()).id}/remove`,
    ]
    clock.freeze(NOW + 15 * MINUTE)
    for (const page of pages) assert.equal((await desk.get(page)).status, 200, page)
    clock.freeze(NOW + 15 * MINUTE + 1)
    for (const page of pages) {
      const asked = await desk.get(page)
      assert.equal(asked.location, `/account/confirm?next=${encodeURIComponent(page)}`)
    }
    for (const free of ['accounts/staff', 'customers/customers', 'audit/entries']) {
      assert.equal((await desk.get(`/admin/${free}`)).status, 200, 'looking is free')
    }
    const form = (await desk.get('/account/confirm?next=/admin/settings')).form('/account/confirm')
    const wrong = await desk.submit(form, { current_password: 'wrong' })
    assert.equal(wrong.status, 422)
    assert.equal((await desk.get(pages[0])).status, 303)
    const done = await desk.submit(form, { current_password: PASSWORD })
    assert.equal(done.location, '/admin/settings')
    for (const page of pages) assert.equal((await desk.get(page)).status, 200, page)
  })

  test('a file comes after the answer, and the page leads back to its list', async ({ assert }) => {
    const desk = await signedIn(await someStaff({ role: 'owner' }))
    clock.freeze(NOW + 20 * MINUTE)
    const path = '/admin/audit/entries/export?format=csv&q=a%20b'
    const asked = await desk.follow(await desk.get(path))
    assert.include(asked.text, 'href="/admin/audit/entries?format=csv&amp;q=a%20b"')
    const form = asked.form('/account/confirm')
    const done = await desk.submit(form, { current_password: PASSWORD })
    assert.equal(done.location, path)
    const file = await desk.follow(done)
    assert.include(file.headers.get('content-disposition'), 'attachment')
  })

  test('one word on a resource holds for its forms, its actions and its file', ({ assert }) => {
    const action = { id: 'burn', permission: 'x.burn', on: ['row', 'bulk'], run: never } as const
    const freshOf = (options: Partial<Parameters<typeof resource>[0]>, asks = false) => {
      const made = { id: 'x.things', model: Location, ...options }
      const burn = { ...action, on: [...action.on], fresh: asks }
      const resources = [resource({ ...made, actions: [burn] })]
      const declare = adminRoutes({ id: 'x', admin: { resources } }, '')
      const routes = collectRoutes(
        'x',
        { site: '/', account: '/', staff: '/', device: '/' },
        declare
      )
      return new Set(routes.filter(({ fresh }) => fresh).map(({ name }) => name.slice(9)))
    }
    const changes = ['create', 'store', 'edit', 'update', 'lookup']
    const burning = ['create', 'store', 'bulk_create', 'bulk_store'].map((part) => `burn.${part}`)
    assert.sameMembers([...freshOf({ fresh: true })], [...changes, ...burning, 'export'])
    assert.sameMembers([...freshOf({ personal: true })], ['export'])
    assert.sameMembers([...freshOf({}, true)], burning)
    const single = ['edit', 'update', ...burning]
    assert.includeMembers([...freshOf({ fresh: true, single: 1 })], single)
  })

  test('lists of what the data map calls personal ask for their file', ({ assert }) => {
    const map = wholeDataMap()
    const isAboutPeople = ({ model }: AnyResource) =>
      Object.values(map[model.table]).some((column) => column.personal)
    const all = allContributions('admin').flatMap(({ value }) => value.resources ?? [])
    const personal = all.filter(isAboutPeople).map(({ id }) => id)
    const asking = all.filter(({ fresh }) => fresh.export).map(({ id }) => id)
    assert.includeMembers(personal, ['booking.appointments', 'customers.customers'])
    assert.includeMembers(asking, personal)
  })

  test('the file of appointments asks, their list does not', async ({ assert }) => {
    const desk = await signedIn(await someStaff({ role: 'owner' }))
    clock.freeze(NOW + 20 * MINUTE)
    const list = '/admin/booking/appointments'
    assert.equal((await desk.get(list)).status, 200)
    const asked = await desk.get(`${list}/export?format=xlsx`)
    assert.match(asked.location ?? '', /^\/account\/confirm\?next=/)
  })

  test('a form that was open longer is not lost, and changes nothing yet', async ({ assert }) => {
    const desk = await signedIn(await someStaff({ role: 'owner' }))
    const person = await someStaff({ role: 'desk' })
    const page = await desk.get(`/admin/accounts/staff/${person.id}/disable`)
    const form = page.form('/disable')
    clock.freeze(NOW + 20 * MINUTE)
    const asked = await desk.submit(form)
    assert.equal(asked.status, 403)
    assert.include(asked.text, 'Nothing was saved yet')
    assert.include(asked.text, 'target="_blank"')
    assert.isNull((await person.refresh()).disabledAt)
    const confirm = (await desk.get('/account/confirm')).form('/account/confirm')
    assert.equal((await desk.submit(confirm, { current_password: PASSWORD })).location, '/admin')
    assert.equal((await desk.submit(asked.form('/disable'))).status, 303, 'the same, sent again')
    assert.isNotNull((await person.refresh()).disabledAt)
  })

  test('with a second factor the code is asked for too', async ({ assert }) => {
    const user = await someStaff({ role: 'owner' })
    const desk = await signedIn(user)
    const { secret } = await withTwoFactor(user)
    clock.freeze(NOW + 20 * MINUTE)
    const form = (await desk.get('/account/confirm?next=//evil.example')).form('/account/confirm')
    const current_password = PASSWORD
    assert.equal((await desk.submit(form, { current_password })).status, 422)
    assert.equal((await desk.submit(form, { current_password, code: '1' })).status, 422)
    const code = phoneCode(secret)
    assert.equal((await desk.submit(form, { current_password, code })).location, '/admin')
    assert.equal((await desk.get('/admin/settings')).status, 200)
    clock.freeze(NOW + 40 * MINUTE)
    assert.equal((await desk.submit(form, { current_password, code })).status, 422, 'not twice')
  })

  test('a wrong password pauses as at sign-in', async ({ assert }) => {
    const desk = await signedIn(await someStaff({ role: 'owner' }))
    const form = (await desk.get('/account/confirm')).form('/account/confirm')
    for (let n = 1; n <= 5; n++) await desk.submit(form, { current_password: 'wrong' })
    const waits = await desk.submit(form, { current_password: PASSWORD })
    assert.equal(waits.status, 422)
    assert.isUndefined(waits.location ?? undefined)
  })
})

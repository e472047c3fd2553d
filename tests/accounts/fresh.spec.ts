import { test } from '@japa/runner'
import { clock } from '#core/platform'
import { phoneCode, withTwoFactor } from '#tests/accounts/codes'
import { PASSWORD, signedIn, someStaff } from '#tests/accounts/people'
import { freshDatabase } from '#tests/kit/database'

const MINUTE = 60_000
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
    ]
    clock.freeze(NOW + 15 * MINUTE)
    for (const page of pages) assert.equal((await desk.get(page)).status, 200, page)
    clock.freeze(NOW + 15 * MINUTE + 1)
    for (const page of pages) {
      const asked = await desk.get(page)
      assert.equal(asked.location, `/account/confirm?next=${encodeURIComponent(page)}`)
    }
    assert.equal((await desk.get('/admin/accounts/staff')).status, 200, 'looking is free')
    const form = (await desk.get('/account/confirm?next=/admin/settings')).form('/account/confirm')
    const wrong = await desk.submit(form, { current_password: 'wrong' })
    assert.equal(wrong.status, 422)
    assert.equal((await desk.get(pages[0])).status, 303)
    const done = await desk.submit(form, { current_password: PASSWORD })
    assert.equal(done.location, '/admin/settings')
    for (const page of pages) assert.equal((await desk.get(page)).status, 200, page)
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

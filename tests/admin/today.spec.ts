import { test } from '@japa/runner'
import { LOCALES } from '#core/organisation'
import { StaffRole } from '#app/accounts/models/staff_role'
import { signedIn, someStaff } from '#tests/accounts/people'
import { freshDatabase } from '#tests/kit/database'
import { statementsOf } from '#tests/kit/statements'

/** What "Today" shows to somebody who holds these permissions alone. */
async function todayOf(...permissions: string[]) {
  const granted = Object.fromEntries(permissions.map((one) => [one, true]))
  const role = { key: 'mine', name: { en: 'Mine' }, requiresTwoFactor: false }
  await StaffRole.create({ ...role, permissions: { 'admin.view': true, ...granted } })
  return signedIn(await someStaff({ role: 'mine' }))
}

test.group('Today', (group) => {
  group.each.setup(() => freshDatabase())

  test('says nothing of appointments to people without the calendar, and leads on', async ({
    assert,
  }) => {
    const desk = await todayOf('forms.manage')
    const page = await desk.get('/admin')
    const ways = page.text.slice(page.text.indexOf('id="ways"'))
    assert.include(ways, 'href="/admin/forms/definitions"')
    assert.notInclude(ways, 'href="/admin/scheduling')
    assert.notMatch(page.text, /nothing to do|appointment/i)
    assert.isAtMost((await statementsOf(() => desk.get('/admin'))).length, 8)
    const words = new Set<string>()
    for (const locale of LOCALES) {
      const { text } = await desk.get(`/admin?lang=${locale}`)
      words.add(/id="ways">[^]*?<h2>([^<]+)/.exec(text)?.[1] ?? '')
    }
    assert.equal(words.size, LOCALES.length)
  })

  test('tells people whose role opens nothing who can change that', async ({ assert }) => {
    const { text } = await (await todayOf()).get('/admin')
    assert.include(text, 'Your role does not open any page here yet.')
    assert.notInclude(text, 'id="ways"')
  })

  test('is the day for people with the calendar', async ({ assert }) => {
    const { text } = await (await todayOf('scheduling.view')).get('/admin')
    assert.notInclude(text, 'id="ways"')
  })
})

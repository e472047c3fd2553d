import { test } from '@japa/runner'
import { allPermissions } from '#core/accounts'
import { transaction } from '#core/platform'
import { StaffRole } from '#app/accounts/models/staff_role'
import { setLocationsOf } from '#app/accounts/admin/user_locations'
import { LANGUAGES, readCatalogue } from '../../bin/lint/languages/catalogue.js'
import { someStaff } from '#tests/accounts/people'
import { atDesk } from '#tests/admin/desk'
import { freshDatabase } from '#tests/kit/database'
import { ROOT } from '#tests/kit/processes'
import { aLocation } from '#tests/scheduling/planner'

/** Text of a page without its tags, a space between two words. */
const wordsOf = (html: string) => html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')

test.group('Who may do what, to read', (group) => {
  group.each.setup(() => freshDatabase())

  test('every declared permission has a name and a sentence in eight languages', async ({
    assert,
  }) => {
    const catalogue = readCatalogue(ROOT)
    const missing: string[] = []
    for (const { id } of await allPermissions()) {
      const [owner, ...rest] = id.split('.')
      for (const language of LANGUAGES) {
        for (const kind of ['permissions', 'permission_hints']) {
          const key = `${owner}.${kind}.${rest.join('.')}`
          if (!catalogue[language].get(key)?.trim()) missing.push(`${language} ${key}`)
        }
      }
    }
    assert.deepEqual(missing, [])
  })

  test('every part of the house that declares permissions has a name', async ({ assert }) => {
    const catalogue = readCatalogue(ROOT)
    const owners = new Set((await allPermissions()).map(({ id }) => id.split('.')[0]))
    for (const owner of owners) {
      const keys = [`${owner}.plugin.name`, `${owner}.admin.title`]
      const names = [...keys, `accounts.admin.rights.areas.${owner}`]
      assert.isTrue(
        names.some((key) => catalogue.en.has(key)),
        owner
      )
    }
  })

  test('the matrix says yes or no for each permission and role, and what was decided', async ({
    assert,
  }) => {
    const permissions = JSON.stringify({ 'jobs.view': true, 'booking.view': false })
    await StaffRole.query().where('key', 'desk').update({ permissions })
    const owner = await atDesk('owner')
    const page = await owner.get('/admin/accounts/rights')
    assert.equal(page.status, 200)
    const words = wordsOf(page.text)
    assert.include(
      words,
      'See background jobs What the system does by itself, and what failed. Yes Yes Yes not as suggested'
    )
    assert.match(words, /See appointments [^.]*\. Yes Yes No not as suggested/)
    const cells = page.text.match(/admin-matrix__answer/g) ?? []
    assert.lengthOf(cells, (await allPermissions()).length * 3)
    assert.equal((await (await atDesk('manager')).get('/admin/accounts/rights')).status, 403)
  })

  test('a role of one’s own differs from no suggestion', async ({ assert }) => {
    const role = { key: 'made', name: { en: 'Night shift' }, requiresTwoFactor: false }
    await StaffRole.create({ ...role, permissions: { 'jobs.view': true } })
    const words = wordsOf((await (await atDesk('owner')).get('/admin/accounts/rights')).text)
    assert.include(words, 'and what failed. Yes Yes No Yes ')
    assert.notInclude(words, 'not as suggested')
  })

  test('the page of a person says what they may do, and where', async ({ assert }) => {
    const [here, there] = [await aLocation({ name: 'Here' }), await aLocation({ name: 'There' })]
    const person = await someStaff({ role: 'desk' })
    const owner = await atDesk('owner')
    const page = async () => wordsOf((await owner.get(`/admin/accounts/staff/${person.id}`)).text)
    assert.include(await page(), 'At all locations, with everything listed here')
    assert.include(await page(), 'See appointments')
    assert.notInclude(await page(), 'See background jobs')
    await transaction((trx) => setLocationsOf(person.id, [here.id, there.id], trx))
    assert.include(await page(), 'Only at Here and There, with everything listed here')
    await person.merge({ disabledAt: 1 }).save()
    assert.include(await page(), 'Nothing: the account is shut')
  })
})

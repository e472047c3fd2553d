import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { AuditEntry } from '#core/audit'
import { freshDatabase } from '#tests/kit/database'
import { signedIn, someCustomer, someStaff } from '#tests/accounts/people'
import { countTheVisits, press } from '#tests/consent/asking'

const PAGE = '/account/consents'
const WITHDRAW = `${PAGE}/withdraw`

const rowsIn = (text: string) =>
  [...text.matchAll(/<tr role="row"\s*>([\s\S]*?)<\/tr>/g)]
    .map(([, row]) => [...row.matchAll(/<td[^>]*>\s*<span>([^<]*)</g)].map(([, cell]) => cell))
    .filter((cells) => cells.length > 0)

test.group('V5 Consents in "My account"', (group) => {
  group.each.setup(() => freshDatabase())

  test('what, when and which text, and one press takes it back', async ({ assert }) => {
    await countTheVisits()
    const person = await someCustomer()
    const client = await signedIn(person)
    await client.follow(await press(client, 'all', '/account'))
    assert.isString(client.cookie('visitor'))
    const page = await client.get(PAGE)
    const [, proof] = /(?:\.)([\w-]{22})$/.exec(client.cookie('cookie_choice')!)!
    const [row] = rowsIn(page.text)
    assert.deepEqual(row.slice(1), [
      'Visit statistics, Performance and analytics and Further functions',
      ...['1', 'English', proof],
    ])
    const answer = await client.submit(page.form(WITHDRAW))
    assert.equal(answer.location, PAGE)
    assert.isUndefined(client.cookie('visitor'))
    const after = await client.follow(answer)
    assert.include(after.text, 'Your consent is withdrawn.')
    assert.notInclude(after.text, WITHDRAW)
    assert.deepEqual(
      rowsIn(after.text).map((cells) => cells[1]),
      ['Nothing optional', row[1]]
    )
    const trail = await AuditEntry.query().where('object', 'consent.account_choice').orderBy('id')
    assert.deepEqual(
      trail.map(({ action, actorId }) => [action, actorId]),
      [
        ['consent.given', person.id],
        ['consent.refused', person.id],
      ]
    )
    assert.isEmpty(await db.from('consent_choices'), 'of an account, once and not twice')
  })

  test('nobody sees or takes back what others chose', async ({ assert }) => {
    await countTheVisits()
    const client = await signedIn(await someCustomer())
    await press(client, 'all', '/account')
    const other = await signedIn(await someCustomer())
    const page = await other.get(PAGE)
    assert.isEmpty(rowsIn(page.text))
    assert.include(page.text, 'There is no choice in force in this browser.')
    assert.notInclude(page.text, WITHDRAW)
    const without = await client.post(WITHDRAW, {})
    assert.equal(without.status, 419)
    assert.isString(client.cookie('cookie_choice'))
  })

  test('without anything optional the page says so; it is nothing for staff', async ({
    assert,
  }) => {
    const client = await signedIn(await someCustomer())
    const { text } = await client.get(PAGE)
    assert.include(text, 'The site does nothing optional.')
    assert.notInclude(text, '/cookies/settings')
    assert.equal((await (await signedIn(await someStaff({ role: 'desk' }))).get(PAGE)).status, 404)
  })
})

import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { User } from '#core/accounts'
import { preparedRow } from '#app/accounts/queries/prepared_row'
import { signedIn, someCustomer } from '#tests/accounts/people'

// Without a global transaction: only then the statement goes to the driver as in production.
test.group('Sessions on the bare connection', (group) => {
  group.each.teardown(async () => {
    await db.from('accounts_sessions').delete()
    await db.from('accounts_users').delete()
  })

  test('a signed-in page finds its user by the prepared statement', async ({ assert }) => {
    const user = await someCustomer()
    const client = await signedIn(user)
    const pages = await Promise.all(Array.from({ length: 8 }, () => client.get('/account')))
    for (const page of pages) assert.include(page.text, user.email)
    await User.query().where('id', user.id).update({ disabled_at: 1 })
    assert.equal((await client.get('/account')).status, 303)
  })

  test('values are bound, never part of the statement', async ({ assert }) => {
    const select = 'select email from accounts_users where email = ? and id > ?'
    const user = await someCustomer({ email: "o'brien@example.org" })
    assert.deepEqual(await preparedRow('test_bound', select, [user.email, 0]), {
      email: "o'brien@example.org",
    })
    assert.isNull(await preparedRow('test_bound', select, ["x' or '1'='1", 0]))
    assert.isNull(await preparedRow('test_bound', select, [user.email, user.id]))
  })

  test('a failed statement gives its connection back', async ({ assert }) => {
    for (let n = 0; n < 12; n++) {
      await assert.rejects(() => preparedRow(`test_bad_${n}`, 'select nonsense from nowhere', []))
    }
    assert.isNull(
      await preparedRow('test_after', 'select id from accounts_users where id = ?', [0])
    )
  })
})

import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { User } from '#core/accounts'
import { rows } from '#core/platform'
import { signedIn, someCustomer } from '#tests/accounts/people'

// Without a global transaction: only then the statement goes to the driver as in production.
test.group('platform | rows on the bare connection', (group) => {
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
    const ask = (...bindings: unknown[]) =>
      rows(db.connection(), 'select email from accounts_users where email = ? and id > ?', bindings)
    const user = await someCustomer({ email: "o'brien@example.org" })
    assert.deepEqual(await ask(user.email, 0), [{ email: "o'brien@example.org" }])
    assert.deepEqual(await ask("x' or '1'='1", 0), [])
    assert.deepEqual(await ask(user.email, user.id), [])
  })

  test('a failed statement gives its connection back', async ({ assert }) => {
    for (let n = 0; n < 12; n++) {
      await assert.rejects(() => rows(db.connection(), `select nonsense_${n} from nowhere`))
    }
    assert.deepEqual(await rows(db.connection(), 'select 1 as one'), [{ one: 1 }])
  })

  test('nothing is asked of a transaction that has ended', async ({ assert }) => {
    const trx = await db.transaction()
    assert.deepEqual(await rows(trx, 'select 1 as one'), [{ one: 1 }])
    await trx.rollback()
    await assert.rejects(() => rows(trx, 'select 1 as one'))
  })
})

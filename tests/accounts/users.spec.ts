import { argon2Sync, randomBytes } from 'node:crypto'
import ace from '@adonisjs/core/services/ace'
import hash from '@adonisjs/core/services/hash'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { createDemoUser, createUser, disableUser, enableUser, User } from '#core/accounts'
import { auditTrailOf } from '#core/audit'
import { SYSTEM } from '#core/platform'
import { staleRules, unmappedColumns } from '#core/privacy'
import { PASSWORD, signedIn, someCustomer, someStaff } from '#tests/accounts/people'
import { freshDatabase } from '#tests/kit/database'
import { hashWithFullStrength } from '#tests/kit/passwords'
import { visitor } from '#tests/web/visitor'

const ADA = { firstName: 'Ada', lastName: 'Brandt', locale: 'de' } as const

test.group('Users', (group) => {
  group.setup(() => hashWithFullStrength())
  group.each.setup(() => freshDatabase())

  test('a password is stored as argon2id of the strength we promise', async ({ assert }) => {
    const user = await someCustomer()
    assert.match(user.password!, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/)
    assert.isTrue(await hash.verify(user.password!, PASSWORD))
    assert.isFalse(await hash.verify(user.password!, `${PASSWORD} `))
    assert.notProperty(user.serialize(), 'password')
  })

  test('a hash of another kind or a damaged one fits nothing', async ({ assert }) => {
    const { password } = await someCustomer()
    const damaged = [password!.slice(0, -9), password!.replace('m=19456', 'm=abc'), 'x', '']
    for (const stored of [...damaged, '$scrypt$n=16384,r=8,p=1$c2FsdA$aGFzaA', '$argon2id$']) {
      assert.isFalse(await hash.verify(stored, PASSWORD), stored)
    }
  })

  test('a hash of less strength is renewed at the next sign-in', async ({ assert }) => {
    const user = await someCustomer()
    assert.isFalse(hash.needsReHash(user.password!))
    const nonce = randomBytes(16)
    const cost = { memory: 64, passes: 1, parallelism: 1, tagLength: 32 }
    const weak = argon2Sync('argon2id', { message: PASSWORD, nonce, ...cost })
    const phc = [nonce, weak].map((part) => part.toString('base64').replaceAll('=', '')).join('$')
    await user.merge({ password: `$argon2id$v=19$m=64,t=1,p=1$${phc}` }).save()

    const signIn = () => visitor().post('/sign-in', { email: user.email, password: PASSWORD })
    assert.equal((await signIn()).status, 303)
    await user.refresh()
    assert.match(user.password!, /m=19456,t=2,p=1/)
    assert.equal((await signIn()).status, 303)
  })

  test('an address that has an account is refused, and that account stays as it is', async ({
    assert,
  }) => {
    const user = await someCustomer({ email: 'ada@example.org' })
    const before = (await User.findOrFail(user.id)).$attributes
    const again = await createUser(
      { ...ADA, kind: 'staff', role: 'owner', email: ' ADA@example.org', password: PASSWORD },
      SYSTEM
    )
    assert.deepEqual(again, { ok: false, reason: 'email_taken' })
    assert.deepEqual((await User.findOrFail(user.id)).$attributes, before)
  })

  test('the database itself refuses a second account for one address', async ({ assert }) => {
    const { email } = await someCustomer()
    await assert.rejects(() =>
      User.create({ ...ADA, kind: 'customer', email: email.toUpperCase() })
    )
  })

  test('opening and shutting an account is on record, without names', async ({ assert }) => {
    const user = await someStaff({ role: 'desk' })
    const actor = { kind: 'staff', id: (await someStaff({ role: 'owner' })).id } as const
    await disableUser(user.id, actor)
    await enableUser(user.id, actor)
    const trail = await auditTrailOf('accounts.user', user.id)
    assert.sameMembers(
      trail.map(({ action }) => action),
      ['accounts.user_created', 'accounts.user_disabled', 'accounts.user_enabled']
    )
    const stored = JSON.stringify(await db.from('audit_entries'))
    for (const secret of [user.email, user.lastName, user.password!]) {
      assert.notInclude(stored, secret)
    }
  })

  test('a demo user gets a random password once', async ({ assert }) => {
    const demo = { ...ADA, email: 'demo@example.org', role: 'owner' } as const
    const first = await createDemoUser(demo)
    assert.isNotNull(first.password)
    assert.deepEqual((await createDemoUser(demo)).password, null)
    const answer = await visitor().post('/sign-in', {
      email: demo.email,
      password: first.password!,
    })
    assert.equal(answer.status, 303)
  })

  test('`user:create` prints a password that signs in', async ({ assert, cleanup }) => {
    ace.ui.switchMode('raw')
    cleanup(() => ace.ui.switchMode('normal'))
    const command = await ace.exec('user:create', ['--email=boss@example.org', '--role=manager'])
    assert.equal(command.exitCode, 0)
    const printed = ace.ui.logger.getLogs().map(({ message }) => message)
    const password = printed.find((line) => line.startsWith('Password: '))!.slice(10)
    const user = await User.findByOrFail('email', 'boss@example.org')
    assert.deepEqual([user.kind, user.role], ['staff', 'manager'])
    assert.isTrue(await hash.verify(user.password!, password))
    const again = await ace.exec('user:create', ['--email=boss@example.org'])
    assert.equal(again.exitCode, 1)
    assert.equal((await ace.exec('user:create', ['--email=x@y.org', '--role=boss'])).exitCode, 1)
  })

  test('`user:password` prints a new password once and ends what the old one opened', async ({
    assert,
    cleanup,
  }) => {
    const user = await someStaff({ role: 'desk' })
    const client = await signedIn(user)
    await db.table('accounts_tokens').insert({
      ...{ user_id: user.id, purpose: 'password', hash: 'a mailed link' },
      ...{ created_at: 0, expires_at: Number.MAX_SAFE_INTEGER },
    })
    ace.ui.switchMode('raw')
    cleanup(() => ace.ui.switchMode('normal'))
    const command = await ace.exec('user:password', [user.email.toUpperCase()])
    assert.equal(command.exitCode, 0)

    const printed = ace.ui.logger.getLogs().map(({ message }) => message)
    const given = printed.filter((line) => line.startsWith('Password: '))
    assert.lengthOf(given, 1)
    const password = given[0].slice(10)
    assert.equal((await client.get('/account')).location, '/sign-in?next=%2Faccount')
    assert.equal((await (await signedIn(user, password)).get('/account')).status, 200)
    await assert.rejects(() => signedIn(user))
    assert.isEmpty(await db.from('accounts_tokens').where('user_id', user.id))
    const trail = await auditTrailOf('accounts.user', user.id)
    const [row] = trail.filter(({ action }) => action === 'accounts.password_changed')
    assert.equal(row.actorKind, 'system')
    assert.notInclude(JSON.stringify(trail), password)
  })

  test('`user:password` refuses what is no account or a shut one', async ({ assert }) => {
    const user = await someStaff({ role: 'desk' })
    await disableUser(user.id, SYSTEM)
    for (const email of [user.email, 'nobody@example.org']) {
      assert.equal((await ace.exec('user:password', [email])).exitCode, 1)
    }
    const now = await User.findOrFail(user.id)
    assert.equal(now.password, user.password)
  })
})

test.group('Data map', () => {
  test('every column of accounts and customers is in the data map', async ({ assert }) => {
    const ours = (column: string) => /^(accounts|customers)_/.test(column)
    assert.deepEqual((await unmappedColumns(db.connection())).filter(ours), [])
    assert.deepEqual((await staleRules(db.connection())).filter(ours), [])
  })
})

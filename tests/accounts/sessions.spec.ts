import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { assignRole, disableUser, endSessionsOf, sessionsOf, sessionUser } from '#core/accounts'
import { runDueJobs, runDueSchedules } from '#core/jobs'
import { clock, SYSTEM, transaction } from '#core/platform'
import { signedIn, someCustomer, someStaff } from '#tests/accounts/people'
import { save } from '#tests/admin/desk'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import { noHealthRecords } from '#tests/kit/health_records'
import { visitor } from '#tests/web/visitor'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

test.group('Sessions', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(() => noHealthRecords())
  frozenAt(group, '2026-11-23T08:00:00Z')

  test('staff are signed out after 30 minutes without a request', async ({ assert }) => {
    const client = await signedIn(await someStaff({ role: 'desk' }))
    clock.advance(30 * MINUTE - 1)
    assert.equal((await client.get('/account')).status, 200)
    clock.advance(30 * MINUTE - 1)
    assert.equal((await client.get('/account')).status, 200)
    clock.advance(30 * MINUTE)
    const out = await client.get('/account')
    assert.equal(out.location, '/sign-in?next=%2Faccount')
    assert.isUndefined(client.cookie('sportello'))
  })

  test('customers have 60 minutes, and nobody stays for ever', async ({ assert }) => {
    const customer = await signedIn(await someCustomer())
    const staff = await signedIn(await someStaff({ role: 'desk' }))
    clock.advance(25 * MINUTE)
    for (let minutes = 25; minutes < 10 * 60; minutes += 25) {
      assert.equal((await customer.get('/account')).status, 200)
      assert.equal((await staff.get('/account')).status, 200, `${minutes} minutes`)
      clock.advance(25 * MINUTE)
    }
    assert.equal((await staff.get('/account')).status, 303)
    assert.equal((await customer.get('/account')).status, 200)
    clock.advance(2 * HOUR - 1)
    assert.equal((await customer.get('/account')).status, 303)
  })

  test('a page that refreshes itself does not keep an idle person signed in', async ({
    assert,
  }) => {
    const client = await signedIn(await someStaff({ role: 'desk' }))
    const refresh = () => client.get('/admin', { 'x-background': 'yes' })
    for (let minutes = 0; minutes < 28; minutes += 2) {
      clock.advance(2 * MINUTE)
      assert.equal((await refresh()).status, 200, `${minutes} minutes`)
    }
    clock.advance(2 * MINUTE)
    assert.include((await refresh()).location, '/sign-in')
    assert.include((await client.get('/admin')).location, '/sign-in')
  })

  test('a page that refreshes itself does not take what a form says to who sent it', async ({
    assert,
  }) => {
    const client = await signedIn(await someStaff({ role: 'owner' }))
    const sent = await save(client, '/admin/customers/customers/create', {
      ...{ firstName: 'Bea', lastName: 'Nowhere', email: '', phone: '' },
    })
    await client.get('/admin', { 'x-background': 'yes' })
    assert.include((await client.follow(sent)).text, 'data-tone="success"')
    assert.notInclude((await client.get('/admin')).text, 'data-tone="success"')
  })

  test('a session is touched at most once a minute, and the cookie is sent only once', async ({
    assert,
  }) => {
    const user = await someCustomer()
    const client = await signedIn(user)
    const began = clock.now()
    const seen = async () => (await sessionsOf(user.id))[0].lastSeenAt - began
    clock.advance(MINUTE - 1)
    const page = await client.get('/account/security')
    assert.notInclude(page.headers.getSetCookie().join(), 'sportello=')
    assert.equal(await seen(), 0)
    clock.advance(1)
    await client.get('/account/security')
    assert.equal(await seen(), MINUTE)
  })

  test('the table holds no id with which anyone could sign in', async ({ assert }) => {
    const client = await signedIn(await someCustomer())
    const cookie = decodeURIComponent(client.cookie('sportello')!)
    const [{ id }] = await db.from('accounts_sessions')
    assert.match(id, /^[0-9a-f]{64}$/)
    const [, payload] = /^s:([^.]+)\./.exec(cookie)!
    const sessionId = JSON.parse(Buffer.from(payload, 'base64url').toString()).message
    assert.notInclude(JSON.stringify(await db.from('accounts_sessions')), sessionId)
    assert.isNotNull(await sessionUser(sessionId))
    assert.isNull(await sessionUser(id))
  })

  test('a forged or altered cookie is a visitor', async ({ assert }) => {
    const client = await signedIn(await someCustomer())
    const cookie = client.cookie('sportello')!
    for (const forged of [cookie.slice(0, -2), 'x', '', 's%3Aaaaa.bbbb', `${cookie}x`]) {
      const page = await visitor().get('/account/security', { cookie: `sportello=${forged}` })
      assert.equal(page.status, 303, forged)
    }
  })

  test('a person sees where they are signed in and signs out elsewhere', async ({ assert }) => {
    const user = await someCustomer()
    const [here, there] = [await signedIn(user), await signedIn(user)]
    const page = await here.get('/account/security')
    const ends = page.forms().filter(({ action }) => action.endsWith('/end'))
    assert.lengthOf(ends, 1)
    assert.equal((await here.submit(ends[0])).location, '/account/security')
    assert.equal((await there.get('/account/security')).status, 303)
    assert.equal((await here.get('/account/security')).status, 200)
  })

  test('nobody ends the session of another person', async ({ assert }) => {
    const victim = await someCustomer()
    const kept = await signedIn(victim)
    const [{ publicId }] = await sessionsOf(victim.id)
    const other = await signedIn(await someCustomer())
    const { _csrf } = (await other.get('/account')).form('sign-out').fields
    const answer = await other.post(`/account/sessions/${publicId}/end`, { _csrf })
    assert.equal(answer.status, 404)
    assert.equal((await kept.get('/account')).status, 200)
  })

  test('disabling a user ends all their sessions at the next request', async ({ assert }) => {
    const user = await someStaff({ role: 'desk' })
    const [phone, desktop] = [await signedIn(user), await signedIn(user)]
    assert.isTrue((await disableUser(user.id, SYSTEM)).ok)
    for (const client of [phone, desktop]) assert.equal((await client.get('/account')).status, 303)
    assert.lengthOf(await db.from('accounts_sessions'), 0)
  })

  test('a user disabled by plain SQL is out as well', async ({ assert }) => {
    const user = await someStaff({ role: 'desk' })
    const client = await signedIn(user)
    await db.from('accounts_users').where('id', user.id).update({ disabled_at: clock.now() })
    assert.equal((await client.get('/account')).status, 303)
  })

  test('another role means signing in again; the last owner keeps theirs', async ({ assert }) => {
    const owner = await someStaff({ role: 'owner' })
    const desk = await someStaff({ role: 'desk' })
    const client = await signedIn(desk)
    assert.deepEqual(await assignRole(owner.id, 'desk', SYSTEM), {
      ok: false,
      reason: 'last_owner',
    })
    assert.deepEqual(await disableUser(owner.id, SYSTEM), { ok: false, reason: 'last_owner' })
    assert.isTrue((await assignRole(desk.id, 'owner', SYSTEM)).ok)
    assert.equal((await client.get('/account')).status, 303)
    assert.isTrue((await assignRole(owner.id, 'desk', SYSTEM)).ok)
  })

  test('ended rows are swept every hour, live ones stay', async ({ assert }) => {
    const [gone, kept] = [await someStaff({ role: 'desk' }), await someCustomer()]
    await signedIn(gone)
    await runDueSchedules()
    clock.advance(40 * MINUTE)
    await signedIn(kept)
    clock.advance(50 * MINUTE)
    await runDueSchedules()
    await runDueJobs()
    const rows = await db.from('accounts_sessions').select('user_id')
    assert.deepEqual(rows, [{ user_id: kept.id }])
    await transaction((trx) => endSessionsOf(trx, kept.id))
    assert.lengthOf(await db.from('accounts_sessions'), 0)
  })
})

import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { clock, registry } from '#core/platform'
import { PASSWORD, signedIn, someCustomer, someStaff } from '#tests/accounts/people'
import { freshDatabase } from '#tests/kit/database'
import { noHealthRecords } from '#tests/kit/health_records'
import type { HttpClient } from '#tests/kit/http'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const UNASKED = { accept: 'application/json', 'x-background': 'yes' }

type Time = { left: number; most: number }

const ask = async (client: HttpClient) =>
  JSON.parse((await client.get('/account/session', UNASKED)).text) as Time

async function stay(client: HttpClient): Promise<Time> {
  const token = (await client.get('/account', UNASKED)).form('/sign-out').fields._csrf as string
  const headers = { accept: 'application/json', 'x-csrf-token': token }
  return JSON.parse((await client.post('/account/session', {}, headers)).text) as Time
}

test.group('The end of a session', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(() => noHealthRecords())
  group.each.setup(() => {
    clock.freeze(Date.parse('2026-11-23T08:00:00Z'))
    return () => clock.restore()
  })

  test('is told without moving it, and moved by one press', async ({ assert }) => {
    const desk = await signedIn(await someStaff({ role: 'desk' }))
    for (let minutes = 7; minutes <= 28; minutes += 7) {
      clock.advance(7 * MINUTE)
      assert.deepEqual(await ask(desk), { left: (30 - minutes) * MINUTE, most: 30 * MINUTE })
    }
    assert.deepEqual(await stay(desk), { left: 30 * MINUTE, most: 30 * MINUTE })
    assert.equal((await ask(desk)).left, 30 * MINUTE)
    clock.advance(30 * MINUTE)
    assert.equal((await desk.get('/account/session', UNASKED)).status, 401)
  })

  test('customers have an hour, and nobody moves it past the longest life', async ({ assert }) => {
    const customer = await signedIn(await someCustomer())
    clock.advance(50 * MINUTE)
    assert.deepEqual(await ask(customer), { left: 10 * MINUTE, most: HOUR })
    for (let hours = 1; hours < 12; hours++) {
      await stay(customer)
      clock.advance(HOUR - MINUTE)
    }
    assert.isBelow((await ask(customer)).most, HOUR)
    const { left, most } = await stay(customer)
    assert.equal(left, most)
  })

  test('stands in the pages of the panel and of the account, in no public one', async ({
    assert,
  }) => {
    const desk = await signedIn(await someStaff({ role: 'desk' }))
    for (const page of ['/admin', '/account']) {
      assert.include((await desk.get(page)).text, 'x-data="sessionEnd"', page)
    }
    assert.notInclude((await desk.get('/')).text, 'x-data="sessionEnd"')
  })

  test('V6 customers have half an hour, and 8 hours in all, beside health records', async ({
    assert,
    cleanup,
  }) => {
    const before = await signedIn(await someCustomer({ email: 'before@example.org' }))
    clock.advance(30 * MINUTE)
    const booking = registry.plugins.find(({ id }) => id === 'booking')!
    booking.healthRecords = true
    cleanup(() => void delete booking.healthRecords)
    const ended = await before.get('/account/session', UNASKED)
    assert.equal(ended.status, 401, 'who was signed in already is under the rule at once')

    const customer = await signedIn(await someCustomer())
    const desk = await signedIn(await someStaff({ role: 'desk' }))
    assert.deepEqual(await ask(customer), { left: 30 * MINUTE, most: 30 * MINUTE })
    assert.deepEqual(await ask(desk), { left: 30 * MINUTE, most: 30 * MINUTE })
    const ends = await db.from('accounts_sessions').where('expires_at', clock.now() + 30 * MINUTE)
    assert.lengthOf(ends, 2, 'and so it is stored')
    for (let half = 1; half < 16; half++) {
      clock.advance(30 * MINUTE - 1)
      await stay(customer)
    }
    clock.advance(20 * MINUTE)
    const end = { left: 10 * MINUTE + 15, most: 10 * MINUTE + 15 }
    assert.deepEqual(await stay(customer), end, '8 hours less 15 milliseconds were used')
  })

  test('V6 pages say without scripts how long it lasts, by no clock', async ({ assert }) => {
    const customer = await signedIn(await someCustomer())
    const line = /<noscript>\s*<p[^>]*>\s*You stay signed in for (\d+) min from/
    const told = async () => line.exec((await customer.get('/account/profile')).text)?.[1]
    assert.equal(await told(), '60')
    for (let hours = 1; hours < 12; hours++) {
      clock.advance(HOUR - MINUTE)
      await stay(customer)
    }
    clock.advance(30 * MINUTE)
    assert.equal(await told(), '41')
    assert.notMatch((await customer.get('/')).text, line)
  })

  test('a form sent after it is kept, and saved once the person is back', async ({ assert }) => {
    const user = await someCustomer()
    const old = await signedIn(user)
    const form = (await old.get('/account/profile')).form('/account/profile')
    clock.advance(2 * HOUR)
    const sent = { last_name: 'Sławińska & "Söhne"', first_name: '<b>Ada</b>' }
    const kept = await old.submit(form, sent)
    assert.equal(kept.status, 401)
    assert.equal(kept.headers.get('cache-control'), 'no-store')
    assert.include(kept.text, 'You have been signed out')
    assert.include(kept.text, 'target="_blank"')
    assert.notInclude(kept.text, '<b>Ada')

    await old.post('/sign-in', { email: user.email, password: PASSWORD })
    assert.equal((await user.refresh()).lastName, 'Brandt', 'nothing is saved before the press')
    const saved = await old.submit(kept.form('/account/profile'))
    assert.equal(saved.location, '/account/profile')
    assert.equal((await user.refresh()).lastName, sent.last_name)
  })

  test('it is not sent for somebody else at the same computer, nor a day later', async ({
    assert,
  }) => {
    const [user, other] = [await someCustomer(), await someCustomer({ email: 'o@example.org' })]
    const old = await signedIn(user)
    const form = (await old.get('/account/profile')).form('/account/profile')
    clock.advance(2 * HOUR)
    const kept = await old.submit(form, { last_name: 'Forged' })
    await old.post('/sign-in', { email: other.email, password: PASSWORD })
    const asked = await old.submit(kept.form('/account/profile'))
    assert.equal(asked.status, 419)
    assert.include(asked.text, 'You are signed in as')
    assert.notEqual((await other.refresh()).lastName, 'Forged')

    const late = await signedIn(user)
    clock.advance(30 * HOUR)
    await late.post('/sign-in', { email: user.email, password: PASSWORD })
    assert.equal((await late.submit(kept.form('/account/profile'))).status, 419)
    assert.equal((await user.refresh()).lastName, 'Brandt')
  })

  test('what is secret is not among what is kept', async ({ assert }) => {
    const client = await signedIn(await someCustomer())
    const form = (await client.get('/account/security')).form('/security/password')
    clock.advance(2 * HOUR)
    const fields = { current_password: PASSWORD, password: 'new words 12', code: '123456' }
    const kept = await client.submit(form, { ...fields, password_confirmation: 'new words 12' })
    for (const secret of [PASSWORD, 'new words 12', '123456']) assert.notInclude(kept.text, secret)
  })
})

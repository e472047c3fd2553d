import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { clock } from '#core/platform'
import { captcha } from '#core/web'
import { PASSWORD, someCustomer, someStaff } from '#tests/accounts/people'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import { visitor } from '#tests/web/visitor'

const attempt = (email: string, password: string, fields: Record<string, string> = {}) =>
  visitor().post('/sign-in', { email, password, ...fields })

test.group('Sign-in limits', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, '2026-11-23T08:00:00Z')

  test('the fifth failure costs a second, the sixth two, and waiting is enough', async ({
    assert,
  }) => {
    const { email } = await someCustomer()
    for (let n = 1; n <= 5; n++) assert.equal((await attempt(email, 'wrong')).status, 422)
    const paused = await attempt(email, PASSWORD)
    assert.equal(paused.status, 429)
    assert.include(paused.text, 'Try again in 1 s')
    clock.advance(1000)
    assert.equal((await attempt(email, 'wrong')).status, 422)
    clock.advance(1000)
    assert.equal((await attempt(email, PASSWORD)).status, 429)
    clock.advance(1000)
    assert.equal((await attempt(email, PASSWORD)).status, 303)
    assert.lengthOf(await db.from('accounts_sign_in_failures'), 0)
  })

  test('the pause never exceeds a minute, however often a stranger fails', async ({ assert }) => {
    const { email } = await someStaff({ role: 'owner' })
    for (let n = 1; n <= 20; n++) {
      await attempt(email, 'wrong')
      clock.advance(60_000)
    }
    assert.equal((await attempt(email, PASSWORD)).status, 303)
  })

  test('a solved captcha stands in for the pause: strangers lock nobody out', async ({
    assert,
    cleanup,
  }) => {
    captcha.fake()
    cleanup(() => captcha.restore())
    const { email } = await someCustomer()
    for (let n = 1; n <= 8; n++) {
      await attempt(email, 'wrong')
      if (n < 8) clock.advance(60_000)
    }
    const paused = await attempt(email, PASSWORD)
    assert.equal(paused.status, 429)
    assert.include(paused.text, 'captcha')
    const slow = { _seal: String(paused.form('/sign-in').fields._seal) }
    assert.equal((await attempt(email, PASSWORD, slow)).status, 429)
    const solved = await attempt(email, PASSWORD, { altcha: 'solved:1' })
    assert.equal(solved.status, 303)
  })

  test('an unknown address meets the same pauses', async ({ assert }) => {
    for (let n = 1; n <= 5; n++) await attempt('nobody@example.org', 'wrong')
    const paused = await attempt('Nobody@Example.org', 'wrong')
    assert.equal(paused.status, 429)
    assert.include(paused.text, 'Try again in 1 s')
  })

  test('one address: 10 attempts a minute, 100 an hour, whatever the account', async ({
    assert,
  }) => {
    const client = visitor()
    const knock = (n: number) =>
      client.post('/sign-in', { email: `n${n}@example.org`, password: '' })
    for (let n = 1; n <= 10; n++) assert.equal((await knock(n)).status, 422)
    const refused = await knock(11)
    assert.equal(refused.status, 429)
    assert.equal(refused.headers.get('retry-after'), '60')
    assert.equal((await visitor().post('/sign-in', { email: 'x', password: '' })).status, 422)
    for (let n = 12; n <= 101; n++) {
      if (n % 10 === 2) clock.advance(60_000)
      await knock(n)
    }
    clock.advance(60_000)
    assert.equal((await knock(102)).status, 429)
  })

  test('twenty attempts at once are counted one by one', async ({ assert }) => {
    const { email } = await someCustomer()
    const answers = await Promise.all(Array.from({ length: 20 }, () => attempt(email, 'wrong')))
    const looked = answers.filter(({ status }) => status === 422)
    assert.equal(looked.length, 5)
    assert.equal(answers.length - looked.length, 15)
  })
})

import { test } from '@japa/runner'
import { clock, transaction } from '#core/platform'
import { PASSWORD, someCustomer } from '#tests/accounts/people'
import { freshDatabase } from '#tests/kit/database'
import { hashWithFullStrength } from '#tests/kit/passwords'
import { repetitions } from '#tests/kit/repetitions'
import { visitor } from '#tests/web/visitor'

/** Without the work that a wrong password takes, an answer would come several times as fast. */
const MOST_TIMES_AS_LONG = 1.6

const median = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1]

/** A page without what differs by design: the address typed in and the moment of the form. */
const neutral = (html: string, email: string) =>
  html.replaceAll(email, '…').replace(/name="_seal"[^>]*>/g, '')

/**
 * Milliseconds of computing that the answer took. Nothing here sleeps, so this is the time that a
 * stranger sees from an idle server; the clock on the wall would measure the other tests instead.
 */
async function timed(email: string) {
  await transaction((trx) => trx.from('accounts_sign_in_failures').delete())
  const before = process.cpuUsage()
  const answer = await visitor().post('/sign-in', { email, password: 'wrong password' })
  const { user, system } = process.cpuUsage(before)
  return { answer, took: (user + system) / 1000 }
}

test.group('Nobody learns who has an account', (group) => {
  group.setup(() => hashWithFullStrength())
  group.each.setup(() => freshDatabase())

  test('sign-in answers alike, in the same time, for known and unknown addresses', async ({
    assert,
  }) => {
    const known = (await someCustomer()).email
    const passwordless = (await someCustomer({ password: undefined })).email
    const unknown = 'nobody@example.org'
    const took: Record<string, number[]> = { [known]: [], [passwordless]: [], [unknown]: [] }
    await timed(unknown)
    const rounds = repetitions('sign-in timing', { test: 15, proof: 200 })
    for (let round = 0; round < rounds; round++) {
      for (const email of Object.keys(took)) took[email].push((await timed(email)).took)
    }
    const medians = Object.values(took).map(median)
    assert.isBelow(Math.max(...medians) / Math.min(...medians), MOST_TIMES_AS_LONG, `${medians}`)

    const pages = await Promise.all([known, passwordless, unknown].map((email) => timed(email)))
    const texts = pages.map(({ answer }, at) => neutral(answer.text, Object.keys(took)[at]))
    assert.equal(texts[1], texts[0])
    assert.equal(texts[2], texts[0])
    assert.deepEqual([...new Set(pages.map(({ answer }) => answer.status))], [422])
  }).timeout(120_000)

  test('the right password of a disabled account looks like a wrong one', async ({ assert }) => {
    const user = await someCustomer()
    await user.merge({ disabledAt: clock.now() }).save()
    const right = await visitor().post('/sign-in', { email: user.email, password: PASSWORD })
    const wrong = await visitor().post('/sign-in', { email: user.email, password: 'wrong' })
    assert.equal(neutral(right.text, ''), neutral(wrong.text, ''))
  })
})

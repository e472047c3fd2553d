import { test } from '@japa/runner'
import { clock } from '#core/platform'
import { freshDatabase } from '#tests/kit/database'
import { countInDatabase, forgetCounters } from '#app/web/limits/counters'
import { declareProbes } from '#tests/web/probes'
import { visitor } from '#tests/web/visitor'

const statuses = async (send: () => Promise<{ status: number }>, times: number) => {
  const seen: number[] = []
  for (let index = 0; index < times; index++) seen.push((await send()).status)
  return seen
}

test.group('Limits', (group) => {
  group.setup(() => declareProbes())
  group.each.setup(() => freshDatabase())
  group.each.setup(() => forgetCounters())

  test('the sixth attempt in a minute is a page that says how long to wait', async ({ assert }) => {
    clock.freeze(Date.UTC(2026, 10, 23, 9))
    const client = visitor({ language: 'de' })
    const send = () => client.post('/probe/limited', {})
    assert.deepEqual(await statuses(send, 5), [200, 200, 200, 200, 200])
    clock.advance(20_000)
    const refused = await send()
    assert.equal(refused.status, 429)
    assert.equal(refused.headers.get('retry-after'), '40')
    assert.include(refused.text, 'Bitte warten Sie 1 Minute')
    clock.advance(40_000)
    assert.equal((await send()).status, 200)
  })

  test('neither junk fields nor junk headers open it again', async ({ assert }) => {
    const client = visitor()
    let junk = 0
    const send = () => {
      junk += 1
      const headers = {
        'user-agent': `a${junk}`,
        'x-real-ip': `10.0.0.${junk}`,
        cookie: `s=${junk}`,
      }
      return client.post(`/probe/limited?x=${junk}`, { [`k${junk}`]: `${junk}` }, headers)
    }
    const seen = await statuses(send, 60)
    assert.equal(seen.filter((status) => status === 200).length, 5)
    assert.equal(seen.filter((status) => status === 429).length, 55)
  })

  test('a whole /64 is one client, another address is another', async ({ assert }) => {
    let host = 0
    const send = () =>
      visitor({ address: `2001:db8:1:2::${(host += 1)}` }).post('/probe/limited', {})
    assert.deepEqual((await statuses(send, 6)).at(-1), 429)
    const other = await visitor({ address: '2001:db8:1:3::1' }).post('/probe/limited', {})
    assert.equal(other.status, 200)
  })

  test('a weight of three uses a limit up three times as fast', async ({ assert }) => {
    const client = visitor()
    assert.deepEqual(await statuses(() => client.post('/probe/light', {}), 2), [200, 429])
  })

  test('parallel attempts are counted exactly', async ({ assert }) => {
    const limit = { id: 'probe.parallel', points: 10, seconds: 60, store: 'database' } as const
    const counted = await Promise.all(
      Array.from({ length: 30 }, () =>
        countInDatabase([{ key: 'probe.parallel:x', limit, weight: 1 }])
      )
    )
    assert.deepEqual(
      counted
        .map((windows) => windows.get('probe.parallel:x')!.used)
        .sort((one, other) => one - other),
      Array.from({ length: 30 }, (_, index) => index + 1)
    )
  })
})

import { get, type IncomingMessage } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { test } from '@japa/runner'
import type { HttpClient } from '#tests/kit/http'
import { repetitions } from '#tests/kit/repetitions'
import { engineUnderTest, startServer, type TestServer } from '#tests/kit/servers'

const EMAIL = 'desk@example.org'
const PATH = '/admin/customers/customers/export'
const MB = 2 ** 20
const LOOKED_FOR_MS = 3000
/** Megabytes in which the server runs as usual, and a hundred thousand rows find no place. */
const HEAP = 220

const NUMBERS = {
  sqlite: `with recursive numbers(n) as (select 1 union all select n + 1 from numbers where n < ?)`,
  postgres: `with numbers as (select generate_series(1, ?::int) as n)`,
}

function manyCustomers(server: TestServer, count: number) {
  return server.query(
    `insert into customers_customers
       (public_id, first_name, last_name, email, locale, search, created_at, updated_at)
     ${server.place.env.DATABASE_URL ? NUMBERS.postgres : NUMBERS.sqlite}
     select 'export-' || n, 'Ada' || n, 'Brandt' || (n % 977), 'guest' || n || '@example.org',
       'en', ' ada' || n, 1700000000000 + n, 1700000000000 from numbers`,
    [count]
  )
}

function open(client: HttpClient, path: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    get(new URL(path, client.base), { headers: client.headers() }, resolve).on('error', reject)
  })
}

test.group('Exports of a long list', (group) => {
  const rows = repetitions('rows of one export', { test: 20_000, proof: 100_000 })
  let server: TestServer
  let client: HttpClient

  group.setup(async () => {
    server = await startServer({ env: { NODE_OPTIONS: `--max-old-space-size=${HEAP}` } })
    await manyCustomers(server, rows)
    const { output } = await server.ace('user:create', `--email=${EMAIL}`, '--role=manager')
    await server.query('update accounts_users set is_demo = ?', [
      engineUnderTest() === 'postgres' ? true : 1,
    ])
    client = server.client()
    const password = /Password: (\S+)/.exec(output)![1]
    await client.post('/sign-in', { email: EMAIL, password })
    return async () => void (await server.stop())
  })

  for (const format of ['csv', 'xlsx']) {
    test(`${format} holds every row and needs no place for them`, async ({ assert }) => {
      const address = `${PATH}?format=${format}`
      await (await open(client, `${address}&q=ada1`)).resume().toArray()
      const before = server.process.memory()
      let [peak, bytes, lines] = [before, 0, 0]
      for await (const chunk of await open(client, address)) {
        bytes += (chunk as Buffer).length
        // Not by both signs of a line's end: a piece may end between them.
        lines += (chunk as Buffer).toString('latin1').split('\n').length - 1
        peak = Math.max(peak, server.process.memory())
      }
      const grown = Math.round((peak - before) / MB)
      console.log(`    ${rows} rows, ${bytes} bytes of ${format}, at most ${grown} MB more`)
      if (format === 'csv') assert.equal(lines, rows + 1)
      assert.isAbove(bytes, rows * 10)
      assert.isFalse(server.process.hasEnded)
    }).timeout(600_000)
  }

  test('others are answered while a list is written', async ({ assert }) => {
    let isWritten = false
    const answered = (async () => {
      let count = 0
      for (; !isWritten; count++) await fetch(`${server.url}/health/live`)
      return count
    })()
    await (await open(client, `${PATH}?format=csv`)).resume().toArray()
    isWritten = true
    const others = await answered
    console.log(`    ${others} others were answered while ${rows} rows were written`)
    assert.isAbove(others, rows / 4000)
  }).timeout(120_000)

  for (const format of ['csv', 'xlsx']) {
    test(`who stops reading a ${format} leaves nothing behind that goes on`, async ({ assert }) => {
      const spent = () => server.process.cpuMicroseconds()
      // What the server does by itself in as long a time: schedules, and the heartbeat of sockets.
      const before = spent()
      await wait(LOOKED_FOR_MS)
      const idle = spent() - before
      const began = spent()
      await (await open(client, `${PATH}?format=${format}`)).resume().toArray()
      const whole = spent() - began
      const afterLeaving = async () => {
        const answer = await open(client, `${PATH}?format=${format}`)
        await new Promise((resolve) => answer.once('data', resolve))
        answer.destroy()
        const left = spent()
        await wait(LOOKED_FOR_MS)
        return Math.max(0, spent() - left - idle)
      }
      // What goes on does so every time; a job of this minute does not.
      let further = Infinity
      for (let tries = 0; tries < 3 && further >= whole / 2; tries++) {
        further = Math.min(further, await afterLeaving())
      }
      const [ms, ofMs] = [further, whole].map((cpu) => Math.round(cpu / 1000))
      console.log(
        `    ${ms} ms of CPU in the three seconds after beyond what it does anyway, ${ofMs} for all of it`
      )
      assert.isBelow(further, whole / 2)
      assert.equal((await client.get('/admin')).status, 200)
      assert.notInclude(server.process.output(), '"level":50')
    }).timeout(120_000)
  }
})

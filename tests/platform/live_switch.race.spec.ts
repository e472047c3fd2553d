import { setTimeout as wait } from 'node:timers/promises'
import { test } from '@japa/runner'
import { engineUnderTest, startServer, type TestServer } from '#tests/kit/servers'

const PAGE = '/booking'
const SOON = 1000

/** Looks every few milliseconds until the page answers so, and says when it did (epoch ms). */
async function whenAnswering(server: TestServer, status: number): Promise<number> {
  const client = server.client()
  for (let patience = 3000; patience > 0; patience--) {
    if ((await client.get(PAGE)).status === status) return Date.now()
    await wait(10)
  }
  throw new Error(`${server.url}${PAGE} never answered ${status}`)
}

test.group('switching plugins while servers run', (group) => {
  let servers: TestServer[]
  group.setup(async () => {
    const first = await startServer()
    servers = [first, await startServer({ beside: first })]
    return async () => {
      for (const server of servers.toReversed()) await server.stop()
    }
  })

  for (const [command, status] of [
    ['plugin:enable', 200],
    ['plugin:disable', 404],
    ['plugin:enable', 200],
  ] as const) {
    test(`${command}: both processes answer ${status} within a second, none restarts`, async ({
      assert,
    }) => {
      const pids = servers.map(({ process }) => process.pid)
      const changes = Promise.all(servers.map((server) => whenAnswering(server, status)))
      const { code, output } = await servers[0].ace(command, 'booking')
      assert.equal(code, 0, output)
      const seen = await changes
      const [row] = await servers[0].query<{ changed_at: number }>(
        'select changed_at from platform_plugins where id = ?',
        ['booking']
      )
      const lags = seen.map((at) => at - Number(row.changed_at))
      console.log(`      ${engineUnderTest()}, ${command}: seen after ${lags.join(' and ')} ms`)
      for (const lag of lags) assert.isBelow(lag, SOON)
      assert.deepEqual(
        servers.map(({ process }) => process.pid),
        pids
      )
    })
  }

  test('an unknown plugin is refused in one line, and nothing changes', async ({ assert }) => {
    const { code, output } = await servers[0].ace('plugin:disable', 'nowhere')
    assert.notEqual(code, 0)
    assert.include(output, 'nowhere')
    assert.equal((await servers[1].client().get(PAGE)).status, 200)
  })
})

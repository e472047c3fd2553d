import { startServer, type TestServer } from '#tests/kit/servers'

let servers: Promise<readonly TestServer[]> | null = null

async function start(): Promise<readonly TestServer[]> {
  const first = await startServer({ env: { DEMO: 'on' } })
  return [first, await startServer({ beside: first })]
}

/**
 * Two processes of one deployment with the demo's records, the same in a whole test process: every
 * plugin is switched off and on again there, and the demo takes longer than that.
 */
export const switchedServers = (): Promise<readonly TestServer[]> => (servers ??= start())

/** For the teardown of a suite. */
export async function stopSwitchedServers(): Promise<void> {
  const running = (await servers?.catch(() => [])) ?? []
  servers = null
  for (const server of running.toReversed()) await server.stop()
}

import db from '@adonisjs/lucid/services/db'
import { dialect } from '#core/platform'
import { freePort, runServer, type Process } from '#tests/kit/processes'
import { eventually } from '#tests/jobs/processes'

const BOOT_PATIENCE = 60_000

const answers = async (url: string) =>
  fetch(`${url}/health/live`).then(
    (response) => response.ok,
    () => false
  )

/**
 * A server in a process of its own on the database of this test process, so that the test is the
 * second process of a deployment.
 */
export async function serverBesideTest(
  port?: number
): Promise<{ server: Process; url: string; port: number }> {
  const ownPort = port ?? (await freePort())
  const url = `http://127.0.0.1:${ownPort}`
  const env = { PORT: String(ownPort), APP_URL: url, NODE_ENV: 'production', DEMO: 'off' }
  const server = runServer(env)
  await eventually(async () => server.hasEnded || (await answers(url)), BOOT_PATIENCE)
  if (server.hasEnded) throw new Error(server.output())
  // What a test lays out is written outside `transaction()`, which alone waits for another process.
  if (dialect(db.connection()) === 'sqlite') await db.rawQuery('pragma busy_timeout = 5000')
  return { server, url, port: ownPort }
}

import { globSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Target } from './measure.js'
import { LOAD_CORE, Pinned, pinnedScript, ROOT, SERVER_CORE } from './pinned.js'

const PATIENCE = 60_000
/** As `npm start` runs it, says the launcher. */
const FLAGS = process.env.SERVER_FLAGS!.split(' ')

/** Addresses of what was laid out: half booked, empty, and one more empty for the crowd. */
export type Fixtures = { booked: number; half: string; empty: string; crowd: string }

export type Product = Target & { url: string; fixtures: Fixtures; env: Variables }
type Variables = Record<string, string | undefined>

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

const pluginIds = () => globSync('plugins/*/', { cwd: ROOT }).map((path) => basename(path))

async function untilReady(process: Pinned, port: number): Promise<void> {
  for (const end = performance.now() + PATIENCE; performance.now() < end; await wait(50)) {
    const answer = await fetch(`http://127.0.0.1:${port}/health/live`).catch(() => null)
    if (answer?.ok) return
  }
  throw new Error(`The product did not start:\n${process.output()}`)
}

/** Another process of the built product on the same data, e.g. on the load's core. */
export async function productProcess(core: number, env: Variables): Promise<Target> {
  const port = await freePort()
  const process = new Pinned(core, [...FLAGS, 'build/bin/server.js'], {
    ...env,
    PORT: String(port),
    APP_URL: `http://127.0.0.1:${port}`,
  })
  await untilReady(process, port)
  return { process, port }
}

/** The built product in production mode, all plugins enabled, on fresh data with fixtures. */
export async function startProduct(extra: Variables = {}): Promise<Product> {
  const folder = mkdtempSync(join(process.env.BENCH_DIR ?? tmpdir(), 'sportello-bench-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const env: Variables = {
    NODE_ENV: 'production',
    ENV_PATH: join(ROOT, 'bench'),
    DATA_DIR: folder,
    DATABASE_URL: undefined,
    APP_KEY: 'a-key-for-measuring-only-of-enough-length',
    HOST: '127.0.0.1',
    TRUSTED_PROXIES: '127.0.0.1,::1',
    LOG_LEVEL: 'warn',
    DEMO: 'off',
    PLUGINS: pluginIds().join(','),
    TEST_CAPTCHA: 'fake',
    ...extra,
  }
  const target = await productProcess(SERVER_CORE, env)
  const maker = pinnedScript(LOAD_CORE, './fixtures.ts', [], env)
  const fixtures = await maker.message<Fixtures>()
  await maker.ended
  return { ...target, url: `http://127.0.0.1:${target.port}`, fixtures, env }
}

/** Throws unless the page holds at least so many of a text: a fast wrong answer is no answer. */
export const sized =
  (fewest: number, text: string) =>
  (html: string): void => {
    const found = html.split(text).length - 1
    if (found < fewest)
      throw new Error(`Invalid run: ${found} × ${text}, at least ${fewest} expected`)
  }

/** Throws unless an answer of free times holds at least so many. */
export const counted =
  (fewest: number) =>
  (json: string): void => {
    const found = (JSON.parse(json) as { free: number[] }).free.length
    if (found < fewest) throw new Error(`Invalid run: ${found} free, at least ${fewest} expected`)
  }

import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { freshPostgres, temporaryFolder } from '#tests/kit/environment'
import { HttpClient } from '#tests/kit/http'
import { freePort, Process, runServer, ROOT } from '#tests/kit/processes'
import { openRows, type Rows } from '#tests/kit/rows'

export type Engine = 'sqlite' | 'postgres'
type Variables = Record<string, string | undefined>

export type ServerOptions = {
  /** Default: PostgreSQL when TEST_DATABASE_URL is set, else SQLite. */
  database?: Engine
  /** Variables on top of the kit's own, e.g. `{ PLUGINS: 'booking', DEMO: 'on' }`. */
  env?: Variables
  /** Freezes the server's clock at this instant (epoch milliseconds). */
  clock?: number
  /** The server's time begins here and goes on; `moveTo` lets it jump. */
  time?: number
  /** Starts a further process on the data and database of this one. */
  beside?: TestServer
}

const BOOT_TIMEOUT = 90_000
const CLOCK_IS_READ_EVERY_MS = 50

/** The engine that this run of the tests is about. */
export const engineUnderTest = (): Engine => (process.env.TEST_DATABASE_URL ? 'postgres' : 'sqlite')

type Place = { env: Variables; rows: () => Promise<Rows>; drop: () => Promise<void> }

/** Data of its own: a folder and a database, empty. */
export async function newPlace(label: string, engine = engineUnderTest()): Promise<Place> {
  const folder = temporaryFolder(label)
  const shared = {
    DATA_DIR: folder,
    APP_KEY: 'a-key-for-tests-only-of-enough-length',
    DATABASE_URL: undefined,
  }
  if (engine === 'sqlite') {
    const file = join(folder, 'database', 'sportello.sqlite3')
    return { env: shared, rows: () => openRows({ file }), drop: async () => {} }
  }
  const server = process.env.TEST_DATABASE_URL ?? process.env.PROOF_DATABASE_URL
  if (!server) throw new Error('A server on PostgreSQL needs TEST_DATABASE_URL.')
  const { url, drop } = await freshPostgres(server, label)
  return { env: { ...shared, DATABASE_URL: url }, rows: () => openRows({ url }), drop }
}

/** A real server process: from the build in whole runs, else from the sources. */
export class TestServer {
  #process: Process | null = null
  #rows: Promise<Rows> | null = null

  constructor(
    readonly port: number,
    readonly place: Place,
    readonly variables: Variables,
    readonly ownsPlace: boolean
  ) {}

  get url(): string {
    return `http://127.0.0.1:${this.port}`
  }

  /** The running process: pid, output, CPU time, memory. */
  get process(): Process {
    if (!this.#process) throw new Error('The server is not running.')
    return this.#process
  }

  /** A visitor with an address and cookies of its own. */
  client(options?: ConstructorParameters<typeof HttpClient>[1]): HttpClient {
    return new HttpClient(this.url, options)
  }

  async start(): Promise<void> {
    this.#process = runServer(this.#env())
    const deadline = Date.now() + BOOT_TIMEOUT
    while (!(await this.#answers())) {
      const ended = this.#process.hasEnded
      if (ended || Date.now() > deadline) {
        await this.#process.kill9()
        throw new Error(`The server did not start:\n${this.#process.output().slice(-3000)}`)
      }
      await wait(50)
    }
  }

  /** Ends the process, and removes its database with the last one of a place. */
  async stop(): Promise<number> {
    const code = await this.process.stop()
    if (this.ownsPlace) {
      await (await this.#rows)?.close()
      await this.place.drop()
    }
    return code
  }

  /** Lets the time of a server that was started with `time` go on from another instant. */
  async moveTo(instant: number): Promise<void> {
    setTime(this.variables.TEST_CLOCK_FILE!, instant)
    await wait(2 * CLOCK_IS_READ_EVERY_MS)
  }

  /** Lets time pass that nobody waits for, for a server that was started with `time`. */
  async skip(milliseconds: number): Promise<void> {
    const shift = Number(readFileSync(this.variables.TEST_CLOCK_FILE!, 'utf8'))
    await this.moveTo(Date.now() + shift + milliseconds)
  }

  async kill9(): Promise<void> {
    await this.process.kill9()
  }

  /** Reads its database from outside, `?` for values on both engines. */
  async query<Row>(sql: string, values: unknown[] = []): Promise<Row[]> {
    this.#rows ??= this.place.rows()
    return (await this.#rows).query<Row>(sql, values)
  }

  /** Runs a command of the application on the server's data. */
  async ace(...args: string[]): Promise<{ code: number; output: string }> {
    const command = new Process(
      [join(process.env.TEST_BUILD ?? '', 'ace.js'), ...args],
      this.#env()
    )
    const code = await command.ended
    return { code, output: command.output() }
  }

  async #answers(): Promise<boolean> {
    try {
      const response = await fetch(`${this.url}/health/live`, { signal: AbortSignal.timeout(2000) })
      return response.ok
    } catch {
      return false
    }
  }

  #env(): Variables {
    return { ...this.place.env, ...this.variables }
  }
}

function clockFile(instant: number): string {
  const file = join(temporaryFolder('clock'), 'shift')
  setTime(file, instant)
  return file
}

/** Whole at any moment, since servers read it all the time. */
function setTime(file: string, instant: number): void {
  writeFileSync(`${file}.new`, String(instant - Date.now()))
  renameSync(`${file}.new`, file)
}

/** Starts a server with data, port and database of its own, and waits until it answers. */
export async function startServer(options: ServerOptions = {}): Promise<TestServer> {
  const port = await freePort()
  const place = options.beside?.place ?? (await newPlace('server', options.database))
  const server = new TestServer(
    port,
    place,
    {
      NODE_ENV: 'production',
      // A developer's own .env must not change what the tests see.
      ENV_PATH: join(ROOT, 'tests'),
      HOST: '127.0.0.1',
      PORT: String(port),
      APP_URL: `http://127.0.0.1:${port}`,
      TRUSTED_PROXIES: '127.0.0.1,::1',
      LOG_LEVEL: 'warn',
      DEMO: 'off',
      TEST_CLOCK: options.clock?.toString(),
      TEST_CLOCK_FILE: options.time === undefined ? undefined : clockFile(options.time),
      ...options.beside?.variables,
      ...(options.beside && { PORT: String(port) }),
      ...options.env,
    },
    !options.beside
  )
  try {
    await server.start()
  } catch (error) {
    if (!options.beside) await place.drop()
    throw error
  }
  return server
}

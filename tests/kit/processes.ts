import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** Keeps a child's last words for the message of a failing test, not its whole life. */
const KEPT_OUTPUT = 200_000
const TICKS_PER_SECOND = 100

const running = new Set<ChildProcess>()
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')))

/** Ends what tests have left running, without which the run would never end, and complains of it. */
export async function endLeftovers(): Promise<void> {
  const left = [...running]
  left.forEach((child) => child.kill('SIGKILL'))
  if (left.length > 0) {
    const started = left.map(({ spawnargs }) => spawnargs.slice(1).join(' '))
    throw new Error(`Left running by tests:\n${started.join('\n')}`)
  }
}

/** A Node process of its own, from the root of the project, that dies with the test run. */
export class Process {
  readonly child: ChildProcess
  readonly ended: Promise<number>
  #output = ''

  constructor(args: string[], env: Record<string, string | undefined>) {
    this.child = spawn(process.execPath, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    running.add(this.child)
    for (const stream of [this.child.stdout!, this.child.stderr!]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        this.#output = (this.#output + text).slice(-KEPT_OUTPUT)
      })
    }
    this.ended = new Promise((resolve) => {
      this.child.on('close', (code, signal) => {
        running.delete(this.child)
        resolve(code ?? (signal ? 128 : 1))
      })
    })
  }

  get pid(): number {
    return this.child.pid!
  }

  get hasEnded(): boolean {
    return !running.has(this.child)
  }

  /** Everything it printed, for searching and for messages. */
  output(): string {
    return this.#output
  }

  /** Ends it politely; after ten seconds by force. */
  async stop(): Promise<number> {
    this.child.kill('SIGTERM')
    const force = setTimeout(() => this.child.kill('SIGKILL'), 10_000)
    const code = await this.ended
    clearTimeout(force)
    return code
  }

  /** What a power cut does. */
  async kill9(): Promise<void> {
    this.child.kill('SIGKILL')
    await this.ended
  }

  /** CPU time of user and system that it has used so far, in microseconds (Linux). */
  cpuMicroseconds(): number {
    const stat = readFileSync(`/proc/${this.pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return ((Number(fields[11]) + Number(fields[12])) * 1_000_000) / TICKS_PER_SECOND
  }

  /** Resident memory in bytes (Linux). */
  memory(): number {
    const status = readFileSync(`/proc/${this.pid}/status`, 'utf8')
    return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) * 1024
  }
}

/** Compiles TypeScript on its way in; beside a build, the files of the tests alone. */
const LOADER = process.env.TEST_BUILD
  ? [
      '--experimental-transform-types',
      '--disable-warning=ExperimentalWarning',
      '--import=./tests/kit/from_build.ts',
    ]
  : ['--import=@poppinss/ts-exec']

/** A Node process that runs a TypeScript file of the project. */
export function runTypeScript(
  file: string,
  args: string[] = [],
  env: Record<string, string | undefined> = {}
): Process {
  return new Process(['--enable-source-maps', ...LOADER, file, ...args], env)
}

/** A server process: from the build in whole runs of the tests (TEST_BUILD), else from the sources. */
export function runServer(env: Record<string, string | undefined>): Process {
  const build = process.env.TEST_BUILD
  if (!build) return runTypeScript('bin/server.ts', [], env)
  return new Process(['--enable-source-maps', join(build, 'bin/server.js')], env)
}

/**
 * Runs a TypeScript file in several processes at once, each with the same task as JSON in its
 * first argument, and collects what each of them sends with `process.send`.
 */
export async function inProcesses<Task, Answer>(
  count: number,
  file: string,
  task: Task,
  env: Record<string, string | undefined> = {}
): Promise<Answer[]> {
  const workers = Array.from({ length: count }, (_, index) =>
    runTypeScript(file, [JSON.stringify({ ...task, worker: index })], env)
  )
  return Promise.all(
    workers.map(async (worker) => {
      const answers: Answer[] = []
      worker.child.on('message', (message) => answers.push(message as Answer))
      const code = await worker.ended
      if (code !== 0 || answers.length === 0) {
        throw new Error(`${file} ended with ${code}:\n${worker.output()}`)
      }
      return answers[0]
    })
  )
}

/**
 * Processes that stay: booting one costs more than most races do.
 *
 * @param tasks module whose `run` does each task that comes as a message and returns the answer
 */
export class Crew<Task extends object, Answer> {
  readonly #members: Process[] = []

  constructor(
    readonly tasks: string,
    readonly env: Record<string, string | undefined>
  ) {}

  /** Has so many members; the new ones begin side by side. */
  async grow(count: number): Promise<void> {
    const fresh = Array.from({ length: count - this.#members.length }, () => this.start())
    this.#members.push(...(await Promise.all(fresh)))
  }

  /** One who is ready, and no member. */
  async start(): Promise<Process> {
    const one = runTypeScript('tests/kit/race_process.ts', [this.tasks], this.env)
    await this.#answer(one)
    return one
  }

  /** One task for each of the first members, all at once; a member knows its number (`worker`). */
  async run(tasks: readonly Task[]): Promise<Answer[]> {
    return Promise.all(
      tasks.map((task, worker) => {
        const member = this.#members[worker]
        member.child.send({ ...task, worker })
        return this.#answer(member) as Promise<Answer>
      })
    )
  }

  async end(): Promise<void> {
    await Promise.all(
      this.#members.map(async (member) => {
        if (member.child.connected) member.child.send('end')
        await member.ended
      })
    )
  }

  #answer(member: Process): Promise<unknown> {
    const { child } = member
    return new Promise((resolve, reject) => {
      const ended = () => reject(new Error(`${this.tasks} ended:\n${member.output()}`))
      child.once('close', ended)
      child.once('message', (answer) => {
        child.off('close', ended)
        resolve(answer)
      })
    })
  }
}

const FIRST_PORT = 20_000
const PORTS = 12_000

/**
 * A port that was free a moment ago. It lies below those that systems give to outgoing
 * connections, so that none of the many in a test run takes it before the server does.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = FIRST_PORT + Math.floor(Math.random() * PORTS)
    if (await isFree(port)) return port
  }
}

function isFree(port: number): Promise<boolean> {
  const server = createServer()
  return new Promise((resolve) => {
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}

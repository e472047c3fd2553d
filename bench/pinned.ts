import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../', import.meta.url))
// Every process of a run is ended with it.
process.setMaxListeners(50)

const TASKSET = '/usr/bin/taskset'
const TICKS_PER_SECOND = 100

/** The server has the first core, the load the second. */
export const SERVER_CORE = 0
export const LOAD_CORE = 1

const canPin = existsSync(TASKSET) && availableParallelism() > 1

/** Ties this process to the core of the load: what it asks by itself must not take the server's. */
export function pinSelf(): void {
  if (!canPin) return
  const all = ['--all-tasks', '--cpu-list', '--pid', String(LOAD_CORE), String(process.pid)]
  execFileSync(TASKSET, all)
}

/** A Node process tied to one core (where Linux lets us), with an IPC channel. */
export class Pinned {
  readonly child: ChildProcess
  #output = ''

  constructor(core: number, args: string[], env: Record<string, string | undefined> = {}) {
    const node = [process.execPath, ...args]
    const [program, ...rest] = canPin ? [TASKSET, '-c', String(core), ...node] : node
    this.child = spawn(program, rest, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    for (const stream of [this.child.stdout!, this.child.stderr!]) {
      stream.setEncoding('utf8').on('data', (text: string) => (this.#output += text))
    }
    const end = () => this.child.kill('SIGKILL')
    process.once('exit', end)
    this.child.once('exit', () => process.off('exit', end))
  }

  output(): string {
    return this.#output
  }

  /** Resolves when it has ended by itself. */
  get ended(): Promise<unknown> {
    const { exitCode, signalCode } = this.child
    return exitCode === null && signalCode === null ? once(this.child, 'exit') : Promise.resolve()
  }

  /** The next message that it sends; throws when it ends without one. */
  async message<T>(): Promise<T> {
    const settled = new AbortController()
    const { signal } = settled
    const ended = once(this.child, 'exit', { signal }).then(() => {
      throw new Error(`A process of the benchmark ended early:\n${this.#output}`)
    })
    const answer = once(this.child, 'message', { signal })
    try {
      const [message] = await Promise.race([answer, ended])
      return message as T
    } finally {
      settled.abort()
      await Promise.allSettled([answer, ended])
    }
  }

  async ask<T>(task: object): Promise<T> {
    this.child.send(task)
    return this.message<T>()
  }

  /** CPU time of user and system so far, in microseconds. */
  cpuMicroseconds(): number {
    const stat = readFileSync(`/proc/${this.child.pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return ((Number(fields[11]) + Number(fields[12])) * 1_000_000) / TICKS_PER_SECOND
  }

  memory(): number {
    const status = readFileSync(`/proc/${this.child.pid}/status`, 'utf8')
    return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) * 1024
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return
    const ended = once(this.child, 'exit')
    this.child.kill('SIGTERM')
    const force = setTimeout(() => this.child.kill('SIGKILL'), 10_000)
    await ended
    clearTimeout(force)
  }
}

/** Runs a TypeScript file of bench/ tied to a core. */
export const pinnedScript = (
  core: number,
  file: string,
  args: string[] = [],
  env: Record<string, string | undefined> = {}
): Pinned =>
  new Pinned(
    core,
    ['--import=@poppinss/ts-exec', fileURLToPath(new URL(file, import.meta.url)), ...args],
    env
  )

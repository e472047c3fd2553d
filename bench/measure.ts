import { percentile } from './figures.js'
import type { LoadRequest, LoadResult } from './load_task.js'
import { LOAD_CORE, pinnedScript, SERVER_CORE, type Pinned } from './pinned.js'

export type Target = { process: Pinned; port: number }

export type Measured = {
  /** CPU of the server's process, user and system, in microseconds a request. */
  cpu: number
  perSecond: number
  p50: number
  p99: number
}

type Wish = {
  requests: LoadRequest[]
  count: number
  connections: number
  /** The only status that counts as an answer; any other makes the run invalid. */
  status?: number
}

/** Starts one of the floors that serve HTTP. */
export async function httpFloor(name: 'h' | 'p'): Promise<Target> {
  const process = pinnedScript(SERVER_CORE, `./floors/${name}.ts`)
  const { port } = await process.message<{ port: number }>()
  return { process, port }
}

/** Starts floor S; ask it `{ count }` and it answers `{ seconds }`. */
export async function bookingFloor(): Promise<Pinned> {
  const process = pinnedScript(SERVER_CORE, './floors/s.ts')
  await process.message()
  return process
}

/** The process that makes the requests, on the other core. */
export async function startLoad(): Promise<Pinned> {
  const process = pinnedScript(LOAD_CORE, './load.ts')
  await process.message()
  return process
}

/** Sends the wished requests and answers what each of them cost the server. */
export async function measure(load: Pinned, target: Target, wish: Wish): Promise<Measured> {
  const { requests, count, connections, status = 200 } = wish
  const before = target.process.cpuMicroseconds()
  const result = await load.ask<LoadResult>({ port: target.port, requests, count, connections })
  const cpu = (target.process.cpuMicroseconds() - before) / count
  const wrong = Object.entries(result.statuses).filter(([code]) => Number(code) !== status)
  if (wrong.length > 0) {
    const counts = wrong.map(([code, times]) => `${times} × ${code}`).join(', ')
    throw new Error(`Invalid run: ${counts} instead of ${status} for ${requests[0].path}`)
  }
  return {
    cpu,
    perSecond: count / result.seconds,
    p50: percentile(result.latencies, 0.5),
    p99: percentile(result.latencies, 0.99),
  }
}

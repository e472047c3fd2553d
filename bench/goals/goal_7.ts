import { freeStarts, formPost } from '../bookings.js'
import { median, type Figure, type Goal } from '../figures.js'
import type { LoadResult } from '../load_task.js'
import { bookingFloor, startLoad, type Target } from '../measure.js'
import { LOAD_CORE, type Pinned } from '../pinned.js'
import { productProcess, startProduct, type Product } from '../product.js'

const CLIENTS = 200
const PLACES = 20
const ROUNDS = 20
/** Rounds before these, while the compiler of each process warms up. */
const WARM_UP = 10

/** All clients want one time; answers the seconds until the last one has its answer. */
async function crowd(
  targets: Target[],
  { product, loads }: { product: Product; loads: Pinned[] },
  { startsAt, round }: { startsAt: number; round: number }
): Promise<number> {
  const share = CLIENTS / targets.length
  const results = await Promise.all(
    targets.map(({ port }, part) => {
      const requests = Array.from({ length: share }, (_, i) => {
        const visitor = (round + 1) * 65_536 + part * share + i
        const url = `http://127.0.0.1:${port}`
        const fields = { starts_at: String(startsAt) }
        return formPost({ url }, `${product.fixtures.crowd}/choices`, fields, visitor)
      })
      const task = { port, requests, count: share, connections: share }
      return loads[part].ask<LoadResult>(task)
    })
  )
  const answered = (status: number) =>
    results.reduce((sum, { statuses }) => sum + (statuses[status] ?? 0), 0)
  if (answered(303) !== PLACES || answered(409) !== CLIENTS - PLACES) {
    throw new Error(`Invalid run: ${JSON.stringify(results.map(({ statuses }) => statuses))}`)
  }
  return Math.max(...results.map(({ seconds }) => seconds))
}

async function figure(engine: string, databaseUrl?: string): Promise<Figure[]> {
  const product = await startProduct(databaseUrl ? { DATABASE_URL: databaseUrl } : {})
  const floor = await bookingFloor()
  const loads = [await startLoad(), await startLoad()]
  const second = await productProcess(LOAD_CORE, product.env)
  const starts = await freeStarts(product, product.fixtures.crowd, 4)
  const figures: Figure[] = []
  let round = 0
  for (const targets of [[product], [product, second]]) {
    const ratios: number[] = []
    const seconds: number[] = []
    for (let i = -WARM_UP; i < ROUNDS; i++, round++) {
      const bare = await floor.ask<{ seconds: number }>({ count: CLIENTS })
      const taken = await crowd(targets, { product, loads }, { startsAt: starts[round * 3], round })
      if (i < 0) continue
      ratios.push(taken / bare.seconds)
      seconds.push(taken)
    }
    const processes = `${targets.length} process${targets.length > 1 ? 'es' : ''}`
    figures.push({
      goal: 7,
      what: `${CLIENTS} at once for ${PLACES} places, ${processes}, ${engine}: round ÷ ${CLIENTS} × S`,
      value: median(ratios),
      unit: '× S',
      first: 6,
      bar: 3,
      beside: `${ROUNDS} rounds, each ${PLACES} held and ${CLIENTS - PLACES} refused, ${(median(seconds) * 1000).toFixed(0)} ms`,
    })
  }
  await Promise.all(
    [product.process, second.process, floor, ...loads].map((process) => process.stop())
  )
  return figures
}

export default {
  id: 7,
  title: 'A crowd for a few places',
  async measure() {
    const url = process.env.BENCH_DATABASE_URL
    return [...(await figure('SQLite')), ...(url ? await figure('PostgreSQL', url) : [])]
  },
} satisfies Goal

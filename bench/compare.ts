import { median, type Figure } from './figures.js'
import { httpFloor, measure, startLoad } from './measure.js'
import { startProduct, type Fixtures, type Product } from './product.js'

export type Page = Pick<Figure, 'goal' | 'what' | 'first' | 'bar'> & {
  /** Address of the n-th request. */
  path(nth: number, fixtures: Fixtures): string
  /** Throws when the page is not the expected one. */
  checks(html: string): void
  /** Also the median time of an answer at one connection, against floor H. */
  latency?: Pick<Figure, 'first' | 'bar'>
}

const REQUESTS = 400
/** Until V8 has compiled what a page runs often: before, its compilers are a tenth of the time. */
const WARM_UP = 2000
const CONNECTIONS = 8
const ALONE = 200
const FLOOR = [{ path: '/' }]

/** Lays out what else the pages show, and answers the headers with which they are asked for. */
type Prepare = (product: Product) => Promise<Record<string, string>>

/** Pages of the product against floor P, in interleaved rounds: the median of the ratios. */
export async function compare(rounds: number, pages: Page[], prepare?: Prepare): Promise<Figure[]> {
  const product = await startProduct()
  const headers = await prepare?.(product)
  const load = await startLoad()
  const [h, p] = [await httpFloor('h'), await httpFloor('p')]
  let visitors = 0
  const requests = (page: Page, count: number) =>
    Array.from({ length: count }, () => ({
      path: page.path(visitors++, product.fixtures),
      headers,
    }))
  const cost = (page: Page, count: number, connections: number) =>
    measure(load, product, { requests: requests(page, count), count, connections })

  const seen = pages.map((page) => ({ page, ratios: [] as number[], cpu: [] as number[] }))
  const latencies = pages.map(() => [] as number[])
  for (const { page } of seen) {
    const answer = await fetch(`${product.url}${page.path(visitors++, product.fixtures)}`, {
      headers,
    })
    page.checks(await answer.text())
    await cost(page, WARM_UP, CONNECTIONS)
  }
  for (let round = 0; round < rounds; round++) {
    const floor = await measure(load, p, { requests: FLOOR, count: 3000, connections: CONNECTIONS })
    for (const [i, { page, ratios, cpu }] of seen.entries()) {
      const measured = await cost(page, REQUESTS, CONNECTIONS)
      ratios.push(measured.cpu / floor.cpu)
      cpu.push(measured.cpu)
      if (!page.latency) continue
      const bare = await measure(load, h, { requests: FLOOR, count: 1000, connections: 1 })
      latencies[i].push((await cost(page, ALONE, 1)).p50 / bare.p50)
    }
  }
  await Promise.all([product, h, p].map(({ process }) => process.stop()))
  await load.stop()
  return seen.flatMap(({ page, ratios, cpu }, i) => {
    const { goal, what, first, bar, latency } = page
    const beside = `${median(cpu).toFixed(0)} µs CPU a request`
    const figure = { goal, what, value: median(ratios), unit: '× P', first, bar, beside }
    const alone = `the same at one connection: p50 ÷ H`
    if (!latency) return [figure]
    return [figure, { goal, what: alone, value: median(latencies[i]), unit: '× H', ...latency }]
  })
}

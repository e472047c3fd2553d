import { median, type Figure } from './figures.js'
import { httpFloor, measure, startLoad } from './measure.js'
import { startProduct, type Fixtures, type Product } from './product.js'

export type Page = Pick<Figure, 'goal' | 'what' | 'first' | 'bar'> & {
  /** Address of the n-th request. */
  path(nth: number, fixtures: Fixtures): string
  /** Throws when the page is not the expected one. */
  checks(html: string): void
  /** So many requests before it is measured; one whose code others have run needs fewer. */
  warmUp?: number
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

/** Pages of a product with data of its own. */
export type Site = { pages: Page[]; prepare?: Prepare }

/** Pages of the product against floor P, in interleaved rounds: the median of the ratios. */
export const compare = (rounds: number, pages: Page[], prepare?: Prepare): Promise<Figure[]> =>
  compareSites(rounds, [{ pages, prepare }])

/** The same where one page is asked for among more and less data, in the same rounds. */
export async function compareSites(rounds: number, sites: Site[]): Promise<Figure[]> {
  const all = await Promise.all(sites.map(prepared))
  const load = await startLoad()
  const [h, p] = [await httpFloor('h'), await httpFloor('p')]
  let visitors = 0
  const requests = ({ page, product, headers }: Seen, count: number) =>
    Array.from({ length: count }, () => ({
      path: page.path(visitors++, product.fixtures),
      headers,
    }))
  const cost = (seen: Seen, count: number, connections: number) =>
    measure(load, seen.product, { requests: requests(seen, count), count, connections })

  const seen = all.flat()
  for (const one of seen) {
    const { page, product, headers } = one
    const answer = await fetch(`${product.url}${page.path(visitors++, product.fixtures)}`, {
      headers,
    })
    page.checks(await answer.text())
    await cost(one, page.warmUp ?? WARM_UP, CONNECTIONS)
  }
  for (let round = 0; round < rounds; round++) {
    const floor = await measure(load, p, { requests: FLOOR, count: 3000, connections: CONNECTIONS })
    for (const one of seen) {
      const { page, ratios, cpu, latencies } = one
      const measured = await cost(one, REQUESTS, CONNECTIONS)
      ratios.push(measured.cpu / floor.cpu)
      cpu.push(measured.cpu)
      if (!page.latency) continue
      const bare = await measure(load, h, { requests: FLOOR, count: 1000, connections: 1 })
      latencies.push((await cost(one, ALONE, 1)).p50 / bare.p50)
    }
  }
  const products = new Set(seen.map(({ product }) => product))
  await Promise.all([...products, h, p].map(({ process }) => process.stop()))
  await load.stop()
  return seen.flatMap(({ page, ratios, cpu, latencies }) => {
    const { goal, what, first, bar, latency } = page
    const beside = `${median(cpu).toFixed(0)} µs CPU a request`
    const figure = { goal, what, value: median(ratios), unit: '× P', first, bar, beside }
    const alone = `the same at one connection: p50 ÷ H`
    if (!latency) return [figure]
    return [figure, { goal, what: alone, value: median(latencies), unit: '× H', ...latency }]
  })
}

type Seen = {
  page: Page
  product: Product
  headers: Record<string, string> | undefined
  ratios: number[]
  cpu: number[]
  latencies: number[]
}

async function prepared({ pages, prepare }: Site): Promise<Seen[]> {
  const product = await startProduct()
  const headers = await prepare?.(product)
  return pages.map((page) => ({ page, product, headers, ratios: [], cpu: [], latencies: [] }))
}

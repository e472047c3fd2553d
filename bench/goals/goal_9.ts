import { compareSites, type Page } from '../compare.js'
import { median, type Figure, type Goal } from '../figures.js'
import { bookingFloor, httpFloor, measure, startLoad } from '../measure.js'
import { sized, startProduct } from '../product.js'
import { adding, fill, purchase, seenPaid, shoppers } from '../purchases.js'

const SERVICES = 2000
const BUYERS = 20
const ADDED = 300
const CONNECTIONS = 8
const BARE = { count: 2000, connections: CONNECTIONS }

/** Whole purchases one after another, and services that visitors put into new carts. */
async function bought(rounds: number): Promise<Figure[]> {
  const [product, load, floor] = [await startProduct(), await startLoad(), await bookingFloor()]
  const page = await httpFloor('p')
  const { buyers, clerk } = await shoppers(product, { services: SERVICES, customers: BUYERS })
  const seen: { order: number; added: number; perSecond: number; cpu: number }[] = []
  let orders = 0
  let visitors = 0
  for (let round = 0; round <= rounds; round++) {
    const { seconds } = await floor.ask<{ seconds: number }>({ count: 1000 })
    const bare = await measure(load, page, { requests: [{ path: '/' }], ...BARE })
    for (const [nth, buyer] of buyers.entries()) await fill(product, buyer, nth)
    const before = product.process.cpuMicroseconds()
    const paths: string[] = []
    for (const buyer of buyers) {
      paths.push(await purchase(product, { buyer, clerk }, ++orders))
    }
    const cpu = (product.process.cpuMicroseconds() - before) / BUYERS
    for (const [nth, buyer] of buyers.entries()) await seenPaid(product, buyer, paths[nth])
    const requests = Array.from({ length: ADDED }, () => adding(product, visitors++))
    const wish = { requests, count: ADDED, connections: CONNECTIONS, status: 303 }
    const add = await measure(load, product, wish)
    // The first round warms the compiler up.
    if (round === 0) continue
    seen.push({
      ...{ order: cpu / bare.cpu, added: add.cpu / bare.cpu, cpu },
      perSecond: (add.perSecond * seconds) / 1000,
    })
  }
  await Promise.all([product.process, page.process, load, floor].map((process) => process.stop()))
  const of = (name: keyof (typeof seen)[number]) => median(seen.map((one) => one[name]))
  return [
    {
      ...{ goal: 9, what: 'cart → paid order in 8 steps: CPU ÷ P', value: of('order') },
      ...{ unit: '× P', first: FIRST.order, bar: BAR.order },
      beside: `${of('cpu').toFixed(0)} µs CPU for all of them`,
    },
    {
      ...{ goal: 9, what: `add to cart at ${CONNECTIONS} connections: CPU ÷ P` },
      ...{ value: of('added'), unit: '× P', first: FIRST.added, bar: BAR.added },
    },
    {
      ...{ goal: 9, what: 'the same: carts/s ÷ S', value: of('perSecond'), unit: '× S' },
      ...{ first: FIRST.perSecond, bar: BAR.perSecond, atLeast: true },
    },
  ]
}

/** Set by what was measured on November 30 (`bench/README.md`). */
const FIRST = { order: 220, added: 10, perSecond: 0.05 }
const BAR = { order: 80, added: 4, perSecond: 0.2 }

const CART = { cookie: `sportello_cart=${'A'.repeat(22)}` }

const page = {
  ...{ goal: 9, what: 'a page of 20 among 2,000 services' },
  path: (nth: number) => `/shop/categories/all?page=${1 + (nth % 100)}`,
  checks: sized(20, '/shop/services/service-'),
}

const search = {
  ...{ goal: 9, what: 'searched among 2,000 services' },
  path: (nth: number) => `/shop?q=${['lenses', 'repair', 'fitting'][nth % 3]}`,
  checks: sized(20, '/shop/services/service-'),
}

const called = (one: Page, by: string, limits: Pick<Page, 'first' | 'bar'>): Page => ({
  ...{ ...one, ...limits, what: `${one.what}, ${by}: CPU ÷ P` },
})

const KEPT = 'kept for everybody'
const OWN = 'with the cookie of a cart'

/** What visitors see who have nothing in a cart, and who have. */
const sites: { headers: Record<string, string>; pages: Page[] }[] = [
  {
    headers: {},
    pages: [
      called(page, KEPT, { first: 5, bar: 2 }),
      called(search, KEPT, { first: 1.5, bar: 0.7 }),
    ],
  },
  {
    headers: CART,
    pages: [called(page, OWN, { first: 12, bar: 5 }), called(search, OWN, { first: 12, bar: 5 })],
  },
]

const listed = (rounds: number): Promise<Figure[]> =>
  compareSites(
    rounds,
    sites.map(({ headers, pages }) => ({
      pages,
      prepare: async (product) => {
        await shoppers(product, { services: SERVICES, customers: 0 })
        return headers
      },
    }))
  )

export default {
  id: 9,
  title: 'Shop',
  measure: async (rounds) => [...(await bought(rounds)), ...(await listed(rounds))],
} satisfies Goal

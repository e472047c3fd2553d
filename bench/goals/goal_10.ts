import { compareSites, type Page } from '../compare.js'
import { median, type Figure, type Goal } from '../figures.js'
import { bookingFloor, httpFloor, measure, startLoad } from '../measure.js'
import { opening, writers } from '../openings.js'
import { sized, startProduct } from '../product.js'
import { signedIn } from '../signed_in.js'

const TICKETS = 200
const WRITERS = 50
const CONNECTIONS = 16
const BARE = { count: 2000, connections: CONNECTIONS }

/** Whole tickets with a file of 200 KB; an account may open 30 an hour. */
async function opened(rounds: number): Promise<Figure[]> {
  const [product, load, floor] = [await startProduct(), await startLoad(), await bookingFloor()]
  const page = await httpFloor('p')
  const people = await writers(product, WRITERS)
  const seen: { ratio: number; perSecond: number; cpu: number; pages: number }[] = []
  for (let round = 0; round <= rounds; round++) {
    const requests = Array.from({ length: TICKETS }, (_, nth) =>
      opening(product, people[nth % WRITERS], nth)
    )
    const { seconds } = await floor.ask<{ seconds: number }>({ count: 1000 })
    const bare = await measure(load, page, { requests: [{ path: '/' }], ...BARE })
    const wish = { requests, count: TICKETS, connections: CONNECTIONS, status: 303 }
    const { perSecond, cpu } = await measure(load, product, wish)
    // The first round warms the compiler up.
    if (round === 0) continue
    seen.push({ ratio: (perSecond * seconds) / 1000, perSecond, cpu, pages: cpu / bare.cpu })
  }
  await Promise.all([product.process, page.process, load, floor].map((process) => process.stop()))
  const of = (name: keyof (typeof seen)[number]) => median(seen.map((one) => one[name]))
  const beside = `${of('perSecond').toFixed(0)} tickets a second, ${of('cpu').toFixed(0)} µs CPU each`
  const what = `new ticket with a file of 200 KB at ${CONNECTIONS} connections`
  return [
    {
      ...{ goal: 10, what: `${what}: tickets/s ÷ S`, value: of('ratio'), unit: '× S' },
      ...{ first: FIRST.opened, bar: BAR.opened, atLeast: true, beside },
    },
    { goal: 10, what: 'the same: CPU ÷ P', value: of('pages'), unit: '× P' },
  ]
}

/** Set by what was measured on November 30 (`bench/README.md`), `grown` by the issue. */
const FIRST = { opened: 0.01, list: 35, search: 25, grown: 1.5, own: 15 }
const BAR = { opened: 0.05, list: 12, search: 8, grown: 1.15, own: 6 }
const LIST = '/admin/helpdesk/tickets'

type Look = { what: string; query: string; rows?: number; limit: 'list' | 'search' | null }

const LOOKS: Look[] = [
  { what: 'mine, as the list opens', query: '', limit: 'list' },
  { what: 'running', query: '?tab=running', limit: 'list' },
  { what: 'running, what is due first', query: '?tab=running&sort=nextDueAt', limit: 'list' },
  { what: 'overdue', query: '?tab=overdue', limit: 'list' },
  { what: 'closed', query: '?tab=closed', limit: 'list' },
  { what: 'searched by number', query: '?tab=closed&q=T-2026-00042', rows: 1, limit: 'search' },
]

const pagesAmong = (count: number): Page[] =>
  LOOKS.map(({ what, query, rows = 50, limit }, nth) => ({
    ...{ goal: 10, what: `tickets ${what}, among ${count.toLocaleString('en')}: CPU ÷ P` },
    ...(limit && { first: FIRST[limit], bar: BAR[limit] }),
    warmUp: nth === 0 ? undefined : 200,
    path: () => `${LIST}${query}`,
    checks: sized(rows + 1, '<tr role="row"'),
  }))

const among = (count: number) => ({
  pages: pagesAmong(count),
  prepare: (product: Parameters<typeof signedIn>[1]) =>
    signedIn('./tickets.ts', product, [String(count)]),
})

const OWN: Page = {
  ...{ goal: 10, what: "a customer's 30 running tickets: CPU ÷ P", first: FIRST.own, bar: BAR.own },
  path: () => '/account/helpdesk',
  checks: sized(31, '<tr role="row"'),
}

async function looks(rounds: number): Promise<Figure[]> {
  const own = {
    pages: [OWN],
    prepare: async (product: Parameters<typeof writers>[0]) =>
      (await writers(product, 1))[0].session,
  }
  const figures = await compareSites(rounds, [among(300), among(100_000), own])
  const [few, many, rest] = [0, 1, 2].map((nth) =>
    figures.slice(nth * LOOKS.length, (nth + 1) * LOOKS.length)
  )
  return LOOKS.flatMap(({ what, limit }, nth): Figure[] => {
    const value = many[nth].value / few[nth].value
    const grown = { goal: 10, what: `the same, ${what}: 100,000 ÷ 300`, value, unit: '×' }
    return [few[nth], many[nth], { ...grown, ...(limit && { first: FIRST.grown, bar: BAR.grown }) }]
  }).concat(rest)
}

export default {
  id: 10,
  title: 'Helpdesk',
  measure: async (rounds) => [...(await opened(rounds)), ...(await looks(rounds))],
} satisfies Goal

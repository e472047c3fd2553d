import { compare } from '../compare.js'
import type { Goal } from '../figures.js'
import { sized } from '../product.js'

const FREE = sized(100, 'name="starts_at"')

export default {
  id: 3,
  title: 'Week availability',
  measure: (rounds) =>
    compare(rounds, [
      {
        goal: 3,
        what: 'week grid as visitors get it, one rendering a second: CPU ÷ P',
        path: (_, { half }) => `${half}/week`,
        first: 2,
        bar: 1,
        checks: FREE,
        latency: { first: 4, bar: 2.5 },
      },
      {
        goal: 3,
        what: 'the same rendered for every request, 20 resources, 7 days, half booked, every 15 minutes: CPU ÷ P',
        path: (nth, { half }) => `${half}/week?visitor=${nth}`,
        first: 2,
        bar: 1,
        checks: FREE,
      },
    ]),
} satisfies Goal

import { compare } from '../compare.js'
import type { Goal } from '../figures.js'
import { counted, sized } from '../product.js'

const SLOTS = sized(100, 'name="starts_at"')

export default {
  id: 3,
  title: 'Week availability',
  measure: (rounds) =>
    compare(rounds, [
      {
        goal: 3,
        what: 'free starts of 20 resources, 7 days, half booked, every 15 minutes, nothing cached by page: CPU ÷ P',
        path: (nth, { half }) => `${half}/times?days=7&visitor=${nth}`,
        first: 2,
        bar: 1,
        checks: counted(100),
        latency: { first: 4, bar: 2.5 },
      },
      {
        goal: 3,
        what: 'their page as visitors get it, one rendering a second: CPU ÷ P',
        path: (_, { half }) => `${half}/week`,
        checks: SLOTS,
      },
      {
        goal: 3,
        what: 'their page rendered for every request: CPU ÷ P',
        path: (nth, { half }) => `${half}/week?visitor=${nth}`,
        checks: SLOTS,
      },
    ]),
} satisfies Goal

import { compare } from '../compare.js'
import type { Goal } from '../figures.js'
import { counted, sized } from '../product.js'

/** Days with free times are links, and the first of them shows its times. */
const SLOTS = sized(5, 'name="starts_at"')

export default {
  id: 4,
  title: 'Month calendar',
  measure: (rounds) =>
    compare(rounds, [
      {
        goal: 4,
        what: 'free starts of any of 20 resources, 31 days, half booked, nothing cached by page: CPU ÷ P',
        path: (nth, { half }) => `${half}/times?days=31&visitor=${nth}`,
        first: 2,
        bar: 0.7,
        checks: counted(500),
      },
      {
        goal: 4,
        what: 'the month as visitors get it, one rendering a second: CPU ÷ P',
        path: (_, { half }) => half,
        checks: SLOTS,
      },
      {
        goal: 4,
        what: 'the month rendered for every request: CPU ÷ P',
        path: (nth, { half }) => `${half}?visitor=${nth}`,
        checks: SLOTS,
      },
    ]),
} satisfies Goal

import { compare } from '../compare.js'
import type { Goal } from '../figures.js'
import { sized } from '../product.js'

/** Days with free times are links, and the first of them shows its times. */
const FREE = sized(5, 'name="starts_at"')

export default {
  id: 4,
  title: 'Month calendar',
  measure: (rounds) =>
    compare(rounds, [
      {
        goal: 4,
        what: 'month calendar as visitors get it, one rendering a second: CPU ÷ P',
        path: (_, { half }) => half,
        first: 2,
        bar: 0.7,
        checks: FREE,
      },
      {
        goal: 4,
        what: 'the same rendered for every request, any of 20 resources, half booked: CPU ÷ P',
        path: (nth, { half }) => `${half}?visitor=${nth}`,
        first: 2,
        bar: 0.7,
        checks: FREE,
      },
    ]),
} satisfies Goal

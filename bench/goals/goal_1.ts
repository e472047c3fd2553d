import { compare } from '../compare.js'
import type { Goal } from '../figures.js'
import { sized } from '../product.js'

export default {
  id: 1,
  title: 'Public page',
  measure: (rounds) =>
    compare(rounds, [
      {
        goal: 1,
        what: 'public page, 30 services to choose from, no cookie: CPU ÷ P',
        // An address of its own each time keeps it out of the page cache.
        path: (nth) => `/booking?visitor=${nth}`,
        first: 6,
        bar: 4,
        checks: sized(30, '<option'),
      },
      {
        goal: 1,
        what: 'the same page from the page cache: CPU ÷ P',
        path: () => '/booking',
        first: 1,
        bar: 0.7,
        checks: sized(30, '<option'),
      },
    ]),
} satisfies Goal

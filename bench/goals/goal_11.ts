import { compare } from '../compare.js'
import type { Goal } from '../figures.js'
import { sized } from '../product.js'
import { signedIn } from '../signed_in.js'

const DAY = 86_400_000
const LIST = '/admin/booking/appointments'
const day = (fromNow: number) => new Date(Date.now() + fromNow * DAY).toISOString().slice(0, 10)
const A_WEEK = `startsAt_from=${day(7)}&startsAt_to=${day(13)}`

export default {
  id: 11,
  title: 'List of the panel',
  measure: (rounds) =>
    compare(
      rounds,
      [
        {
          goal: 11,
          what: '50 of 100,000 appointments: a week, confirmed, sorted by number, searched by name: CPU ÷ P',
          path: () => `${LIST}?${A_WEEK}&state=confirmed&q=brandt1&sort=-number`,
          first: 15,
          bar: 8,
          checks: sized(50, '<tr role="row"'),
        },
        {
          goal: 11,
          what: 'the same list as it opens: CPU ÷ P',
          path: () => LIST,
          checks: sized(50, '<tr role="row"'),
        },
      ],
      (product) => signedIn('./appointments.ts', product)
    ),
} satisfies Goal

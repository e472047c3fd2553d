import { compare } from '../compare.js'
import type { Goal } from '../figures.js'
import { sized } from '../product.js'
import { signedIn } from '../signed_in.js'

export default {
  id: 2,
  title: 'Page of a signed-in customer',
  measure: (rounds) =>
    compare(
      rounds,
      [
        {
          goal: 2,
          what: '"my appointments", 30 rows; session, CSRF, user, language: CPU ÷ P',
          path: () => '/account/booking',
          first: 11,
          bar: 6,
          checks: sized(30, '<tr role="row"'),
        },
      ],
      (product) => signedIn('./own_appointments.ts', product)
    ),
} satisfies Goal

import db from '@adonisjs/lucid/services/db'
import { clock, rows } from '#core/platform'

export type DayCounts = { requests: number; expected: number; arrived: number; done: number }

type Row = { location_id: number } & Record<keyof DayCounts, number | string>

/** Requests that wait, and how far the visits of a day are, of units each on its own day. */
export async function dayCounts(
  places: readonly { readonly id: number; readonly day: string }[]
): Promise<Map<number, DayCounts>> {
  if (places.length === 0) return new Map()
  const each = places.map(() => '(location_id = ? and day = ?)').join(' or ')
  const ids = places.map(({ id }) => id)
  const sum = (what: string) => `coalesce(sum(case when ${what} then 1 else 0 end), 0)`
  const now = clock.now()
  const found = await rows<Row>(
    db.connection(),
    `select location_id,
       ${sum(`state = 'pending'`)} as requests,
       ${sum(`state = 'confirmed' and outcome is null`)} as expected,
       ${sum(`outcome = 'arrived'`)} as arrived,
       ${sum(`outcome = 'served'`)} as done
     from scheduling_reservations
     where owner = 'patient-visits' and location_id in (${ids.map(() => '?').join(', ')})
       and ((state = 'pending' and expires_at > ?) or (state = 'confirmed' and (${each})))
     group by location_id`,
    [...ids, now, ...places.flatMap(({ id, day }) => [id, day])]
  )
  return new Map(found.map((row) => [row.location_id, countsIn(row)]))
}

const countsIn = ({ requests, expected, arrived, done }: Row): DayCounts => ({
  requests: Number(requests),
  expected: Number(expected),
  arrived: Number(arrived),
  done: Number(done),
})

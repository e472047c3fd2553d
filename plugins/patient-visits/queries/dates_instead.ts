import {
  localDate,
  localDateOf,
  localOf,
  minuteOfDay,
  type LocalDate,
  dayNumber,
  freeTimes,
} from '#core/scheduling'
import { clock } from '#core/platform'
import { proposedDates, type FreeStart } from '#plugins/patient-visits/domain/proposed_dates'
import { offerOf, type VisitOffer } from '#plugins/patient-visits/queries/visit_offers'

type Lost = {
  readonly id: number
  readonly serviceId: number
  readonly locationId: number
  readonly startsAt: number
}

/** So far ahead patients are offered another date. */
const DAYS = 60

/**
 * Dates that are free for patients after a day that falls out, by visit (docs/domain/visits.md):
 * instants in epoch milliseconds, at most three. Ask before a transaction begins.
 *
 * @param lost in order of time
 */
export async function datesInstead(
  lost: readonly Lost[],
  day: LocalDate
): Promise<Map<number, number[]>> {
  const found = new Map<number, number[]>()
  const kinds = Map.groupBy(lost, (visit) => `${visit.serviceId} ${visit.locationId}`)
  for (const alike of kinds.values()) {
    const offer = await offerOf(alike[0])
    const { zone } = offer.location
    const visits = alike.map(({ id, startsAt }) => ({ id, minute: minuteIn(zone, startsAt) }))
    for (const [id, dates] of proposedDates(visits, await freeAfter(offer, day))) {
      found.set(
        id,
        dates.map(({ at }) => at)
      )
    }
  }
  return found
}

async function freeAfter({ service, location }: VisitOffer, day: LocalDate): Promise<FreeStart[]> {
  const today = localDateOf(location.zone, clock.now())
  const from = localDate(dayNumber(day > today ? day : today) + 1)
  const ask = { service, location, audience: 'public', from, days: DAYS } as const
  return (await freeTimes(ask)).flatMap(({ day: on, starts }) =>
    starts.flatMap(({ startsAt: at, local, free }) =>
      free ? [{ day: on, minute: minuteOfDay(local), at }] : []
    )
  )
}

const minuteIn = (zone: string, at: number) => localOf(zone, at).minute

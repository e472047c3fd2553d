import type { Hours } from '#core/admin'
import {
  dayBounds,
  dayNumber,
  localDate,
  localDateOf,
  openSpans,
  weekdayOf,
} from '#core/scheduling'
import type { BusinessCalendar, BusinessDay } from '#plugins/helpdesk/domain/business_time'

/** A calendar as it is written down, with its days that differ. */
export type WrittenCalendar = {
  readonly zone: string
  readonly hours: Readonly<Record<number, readonly Hours[]>>
  readonly days: readonly {
    readonly day: string
    readonly name: string
    readonly hours: readonly Hours[]
  }[]
}

/** The same, day by day, as the rules of business time take it. */
export function businessCalendar({ zone, hours, days }: WrittenCalendar): BusinessCalendar {
  const differing = new Map(days.map((day) => [day.day, day]))
  const dayOf = (number: number): BusinessDay => {
    const day = localDate(number)
    const own = differing.get(day)
    const open = openSpans(zone, day, own?.hours ?? hours[weekdayOf(number)] ?? [])
    return { day, bounds: dayBounds(zone, day), open, name: own?.name ?? null }
  }
  function* walk(instant: number, step: 1 | -1): Generator<BusinessDay> {
    for (let day = dayNumber(localDateOf(zone, instant)); ; day += step) yield dayOf(day)
  }
  return { from: (instant) => walk(instant, 1), backFrom: (instant) => walk(instant, -1) }
}

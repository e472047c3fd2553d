import type { DatedException, OpeningHours } from '#app/scheduling/domain/calendar_terms'
import { dayNumber, minuteOfDay } from '#app/scheduling/domain/local_date'
import type { OpeningException } from '#app/scheduling/models/opening_exception'
import type { OpeningRule } from '#app/scheduling/models/opening_rule'

const dayOf = (text: string | null) => (text === null ? null : dayNumber(text))

/** A rule as the calendar reckons with it. */
export const hoursOfRule = (rule: OpeningRule): OpeningHours => ({
  resourceId: rule.resourceId,
  weekdays: rule.weekdays,
  from: minuteOfDay(rule.opens),
  to: minuteOfDay(rule.closes),
  validFrom: dayOf(rule.validFrom),
  validTo: dayOf(rule.validTo),
  publicSeats: rule.publicSeats,
  internalSeats: rule.internalSeats,
})

/** The same of an exception, with what it is called. */
export const hoursOfException = (
  exception: OpeningException
): DatedException & { name: string | null } => ({
  resourceId: exception.resourceId,
  fromDay: dayNumber(exception.fromDay),
  toDay: dayNumber(exception.toDay),
  closed: exception.closed,
  from: minuteOfDay(exception.opens ?? '00:00'),
  to: minuteOfDay(exception.closes ?? '00:00'),
  publicSeats: exception.publicSeats,
  internalSeats: exception.internalSeats,
  name: exception.name,
})

/** Services, resources, opening hours, reservations: nothing is ever booked twice. */
export { addBlock, type BlockInput } from '#app/scheduling/actions/add_block'
export { confirm, type ConfirmInput } from '#app/scheduling/actions/confirm'
export { DAY_CHANNEL } from '#app/scheduling/actions/day_changed'
export { expireHolds } from '#app/scheduling/actions/expire_holds'
export { extendHold } from '#app/scheduling/actions/extend_hold'
export { hold, type HoldInput } from '#app/scheduling/actions/hold'
export { inTurn } from '#app/scheduling/actions/in_turn'
export { move, type MoveInput } from '#app/scheduling/actions/move'
export { refusingOverlap } from '#app/scheduling/actions/refusing_overlap'
export { offerThrough } from '#app/scheduling/actions/offer_through'
export { recordOutcome } from '#app/scheduling/actions/record_outcome'
export { outcomeActions } from '#app/scheduling/admin/outcome_actions'
export { release, type ReleaseInput } from '#app/scheduling/actions/release'
export { reserve, type ReserveInput } from '#app/scheduling/actions/reserve'
export { reservationCode, reservationInCode } from '#app/scheduling/domain/reservation_code'
export type { Audience, ReserveRefusal } from '#app/scheduling/domain/calendar_terms'
export {
  clockTime,
  dayNumber,
  isLocalDate,
  localDate,
  minuteOfDay,
  weekdayOf,
  type LocalDate,
} from '#app/scheduling/domain/local_date'
export { addDays, daysBetween, isDay } from '#app/scheduling/domain/month'
export {
  dayBounds,
  instantsOf,
  localDateOf,
  localOf,
  offsetAt,
  offsetLabel,
} from '#app/scheduling/domain/local_time'
export { openSpans } from '#app/scheduling/domain/open_spans'
export { ReservationConfirmed, ReservationMoved, ReservationReleased } from '#app/scheduling/events'
export { Block } from '#app/scheduling/models/block'
export { OpeningException } from '#app/scheduling/models/opening_exception'
export { OpeningRule } from '#app/scheduling/models/opening_rule'
export { Requirement } from '#app/scheduling/models/requirement'
export type {
  ReservationOutcome,
  ReservationState,
} from '#app/scheduling/domain/reservation_states'
export { Reservation } from '#app/scheduling/models/reservation'
export { Resource, RESOURCE_KINDS, type ResourceKind } from '#app/scheduling/models/resource'
export { CONFIRMATION_MODES, Service, type ConfirmationMode } from '#app/scheduling/models/service'
export { Session } from '#app/scheduling/models/session'
export { dayReservations, type DayReservation } from '#app/scheduling/queries/day_reservations'
export {
  freeDays,
  freeStarts,
  freeTimes,
  nearestFree,
  nextFreeDay,
  type DayState,
  type DayTimes,
  type StartTime,
} from '#app/scheduling/queries/free_times'
export {
  monthOfTimes,
  timesToMove,
  type MonthOfTimes,
} from '#app/scheduling/queries/month_of_times'
export {
  presentCalendar,
  sayCorrected,
  sayPassedOver,
} from '#app/scheduling/presenters/calendar_page'
export { wallTime } from '#app/scheduling/presenters/day'
export type { LocationHours } from '#app/scheduling/domain/public_hours'
export { hoursInWords, type HoursInWords } from '#app/scheduling/presenters/hours_in_words'
export { locationHours } from '#app/scheduling/queries/location_hours'
export { ensureGuards, guardsPresent } from '#app/scheduling/queries/guards'
export { isTakenForSure } from '#app/scheduling/queries/known_taken'
export { resourcesOf, type OccupiedResource } from '#app/scheduling/queries/resources_of'
export { whileRulesStand } from '#app/scheduling/queries/while_rules_stand'

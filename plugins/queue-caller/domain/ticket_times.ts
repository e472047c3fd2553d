import {
  isOver,
  type TicketEventKind,
  type TicketState,
} from '#plugins/queue-caller/domain/ticket_states'

const MINUTE = 60_000

/** A line of the log; `at` in epoch milliseconds, `state` as it was afterwards. */
export interface LoggedEvent {
  readonly id: number
  readonly kind: TicketEventKind
  readonly state: TicketState
  readonly at: number
  readonly lineId: number
  readonly counterId: number | null
  /** Of `undone`: id of the event that it takes back. */
  readonly undoes: number | null
}

export interface LoggedTicket {
  /** When its appointment is; null of a walk-in. */
  readonly startsAt: number | null
  /** The wait that was told at issue, of an appointment at its check-in; in minutes. */
  readonly told: { readonly from: number; readonly to: number } | null
  /** In any order. */
  readonly events: readonly LoggedEvent[]
}

export type Outcome = 'served' | 'no_show' | 'left' | 'closed' | 'open'

/** One stay from its beginning to its end at one counter; times in milliseconds. */
export interface Visit {
  readonly lineId: number
  /** Of the last call. */
  readonly counterId: number | null
  readonly isAppointment: boolean
  /** Came from another counter, where it was served before. */
  readonly isPassedOn: boolean
  readonly beganAt: number
  readonly calls: number
  readonly outcome: Outcome
  readonly waited: number | null
  readonly walked: number | null
  readonly served: number | null
  /** Waited no longer than the target of its line. */
  readonly within: boolean | null
  /** How far the first call was from the middle of the told range. */
  readonly told: { readonly error: number; readonly inside: boolean } | null
  /** First call, and first check-in, after the time of the appointment. */
  readonly calledAfter: number | null
  readonly arrivedAfter: number | null
}

/** Part of a log: what happened from the beginning of a visit to its end. */
type Course = {
  readonly events: LoggedEvent[]
  readonly isPassedOn: boolean
  /** When serving ended because it was transferred. */
  passedOnAt: number | null
}

/**
 * The visits of one ticket out of its events, by the rules of docs/domain/queue-statistics.md.
 *
 * @param targets minutes by line up to which a wait is in time
 */
export function visitsOf(ticket: LoggedTicket, targets: ReadonlyMap<number, number>): Visit[] {
  const courses = coursesOf(standingEvents(ticket.events))
  if (ticket.startsAt !== null && !wasThere(courses[0])) return []
  return courses.map((course) => visitOf(course, ticket, targets))
}

/** Wrong clicks that were taken back never happened. */
function standingEvents(events: readonly LoggedEvent[]): LoggedEvent[] {
  const gone = new Set(events.map(({ undoes }) => undoes))
  return events
    .filter(({ id, kind }) => kind !== 'undone' && !gone.has(id))
    .toSorted((a, b) => a.id - b.id)
}

function coursesOf(events: readonly LoggedEvent[]): Course[] {
  let course: Course = { events: [], isPassedOn: false, passedOnAt: null }
  const courses = [course]
  let isServed = false
  for (const event of events) {
    if (event.kind === 'transferred' && isServed) {
      course.passedOnAt = event.at
      course = { events: [], isPassedOn: true, passedOnAt: null }
      courses.push(course)
      isServed = false
    }
    // An appointment that was moved, or came back, begins anew.
    if (event.kind === 'issued') course.events.length = 0
    if (event.kind === 'started') isServed = true
    course.events.push(event)
  }
  return courses
}

const wasThere = ({ events }: Course) =>
  events.some(({ kind }) => kind === 'called' || kind === 'checked_in')

function visitOf(
  course: Course,
  ticket: LoggedTicket,
  targets: ReadonlyMap<number, number>
): Visit {
  const { events, isPassedOn } = course
  const last = events.at(-1)!
  const calls = events.filter(({ kind }) => kind === 'called')
  const beganAt = beginningOf(course, ticket.startsAt)
  const start = events.find(({ kind }) => kind === 'started')
  const call = calls.at(-1)
  const waited = start && call ? Math.max(0, call.at - beganAt) : null
  return {
    lineId: last.lineId,
    counterId: call?.counterId ?? null,
    isAppointment: ticket.startsAt !== null,
    isPassedOn,
    beganAt,
    calls: calls.length,
    outcome: outcomeOf(course),
    waited,
    walked: start && call ? start.at - call.at : null,
    served: servedIn(course),
    within: waited === null ? null : waited <= (targets.get(last.lineId) ?? 0) * MINUTE,
    ...firstCallOf(course, ticket),
  }
}

function beginningOf({ events, isPassedOn }: Course, startsAt: number | null): number {
  if (isPassedOn || startsAt === null) return events[0].at
  const checkedIn = events.findLast(({ kind }) => kind === 'checked_in')
  return Math.max(startsAt, checkedIn?.at ?? startsAt)
}

function outcomeOf({ events, passedOnAt }: Course): Outcome {
  const { state } = events.at(-1)!
  if (passedOnAt !== null) return 'served'
  return isOver(state) ? (state as Outcome) : 'open'
}

/** Without the time parked; null as long as it goes on, or where nobody said that it was over. */
function servedIn({ events, passedOnAt }: Course): number | null {
  let sum = 0
  let since: number | null = null
  for (const { kind, at } of events) {
    if (kind === 'started' || kind === 'resumed') since = at
    if ((kind !== 'parked' && kind !== 'finished') || since === null) continue
    sum += at - since
    since = null
  }
  if (passedOnAt !== null) return sum + (since === null ? 0 : passedOnAt - since)
  return events.at(-1)!.kind === 'finished' ? sum : null
}

/** What was told of the first call, and what an appointment may say of it. */
function firstCallOf({ events, isPassedOn }: Course, { startsAt, told }: LoggedTicket) {
  const first = events.findIndex(({ kind }) => kind === 'called')
  const call = isPassedOn ? undefined : events[first]
  const isMoved = events.slice(0, first).some(({ kind }) => kind === 'transferred')
  const arrived = isPassedOn ? undefined : events.find(({ kind }) => kind === 'checked_in')
  const since = startsAt === null ? events[0] : arrived
  const isComparable = call && since && since.at <= call.at && !isMoved
  return {
    told: told && isComparable ? comparedWith(told, (call.at - since.at) / MINUTE) : null,
    calledAfter: call && startsAt !== null ? call.at - startsAt : null,
    arrivedAfter: arrived && startsAt !== null ? arrived.at - startsAt : null,
  }
}

const comparedWith = ({ from, to }: { from: number; to: number }, wait: number) => ({
  error: Math.abs(wait - (from + to) / 2) * MINUTE,
  inside: from <= wait && wait <= to,
})

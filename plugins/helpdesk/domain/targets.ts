import {
  addBusinessTime,
  businessTime,
  type BusinessCalendar,
  type Span,
} from '#plugins/helpdesk/domain/business_time'
import { turnOf, type TicketState } from '#plugins/helpdesk/domain/ticket_states'

export const TARGETS = ['first_answer', 'solution'] as const
export type TargetKind = (typeof TARGETS)[number]

/** A change of state out of a ticket's entries, in order of time. */
export interface StateChange {
  readonly at: number
  readonly to: TicketState
}

/** The times in which nobody of the team had to do anything; one that lasts ends at `now`. */
export function pausesOf(changes: readonly StateChange[], now: number): Span[] {
  return changes.flatMap(({ at, to }, index) =>
    turnOf(to) === 'team' ? [] : [{ from: at, to: changes[index + 1]?.at ?? now }]
  )
}

/** Instants in epoch milliseconds, times in milliseconds. */
export interface OpenTarget {
  readonly startedAt: number
  readonly amount: number
  readonly changes: readonly StateChange[]
}

/** When it is due, or, while the customer has the turn, what is left. */
export type Deadline = { readonly dueAt: number } | { readonly left: number }

/** Null when the calendar is hardly ever open. */
export function deadlineOf(
  { startedAt, amount, changes }: OpenTarget,
  calendar: BusinessCalendar,
  now: number
): Deadline | null {
  const last = changes.at(-1)
  const pauses = pausesOf(changes, now)
  if (last && turnOf(last.to) !== 'team') {
    const used = businessTime(calendar, { from: startedAt, to: last.at }, pauses)
    return { left: amount - used }
  }
  const dueAt = addBusinessTime(startedAt, amount, calendar, pauses)
  return dueAt === null ? null : { dueAt }
}

import { clock } from '#core/platform'
import {
  businessTime,
  subtractBusinessTime,
  type BusinessCalendar,
} from '#plugins/helpdesk/domain/business_time'
import { deadlineOf, pausesOf, type StateChange } from '#plugins/helpdesk/domain/targets'
import type { Target } from '#plugins/helpdesk/models/target'

/** The team is warned when a quarter of the time is left. */
const WARNED_OF = 1 / 4

/** Of a deadline that lies ahead again the team is told again. */
export function toldAnew({ dueAt, warnAt }: Pick<Target, 'dueAt' | 'warnAt'>) {
  const now = clock.now()
  return {
    ...(dueAt !== null && dueAt > now ? { missedAt: null } : {}),
    ...(warnAt !== null && warnAt > now ? { warnedAt: null } : {}),
  }
}

type Open = { startedAt: number; amount: number; changes: readonly StateChange[] }

/** When it is due and warned of, or what is left while the customer has the turn. */
export function stillOpen(open: Open, calendar: BusinessCalendar) {
  const now = clock.now()
  const deadline = deadlineOf(open, calendar, now)
  const dueAt = deadline && 'dueAt' in deadline ? deadline.dueAt : null
  const left = deadline && 'left' in deadline ? deadline.left : null
  const pauses = pausesOf(open.changes, now)
  return {
    dueAt,
    leftSeconds: left === null ? null : Math.floor(left / 1000),
    warnAt:
      dueAt && subtractBusinessTime(dueAt, Math.ceil(open.amount * WARNED_OF), calendar, pauses),
    lateSeconds: null,
  }
}

/** By how much it was late. */
export function met(
  { startedAt, amount, changes }: Open,
  metAt: number,
  calendar: BusinessCalendar
) {
  const before = changes.filter(({ at }) => at <= metAt)
  const span = { from: startedAt, to: metAt }
  const late = businessTime(calendar, span, pausesOf(before, metAt)) - amount
  const lateSeconds = late > 0 ? Math.ceil(late / 1000) : null
  return { dueAt: null, leftSeconds: null, warnAt: null, lateSeconds }
}

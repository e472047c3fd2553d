import { countedDays } from '#plugins/helpdesk/domain/business_time'
import { changesState } from '#plugins/helpdesk/domain/deeds'
import { explainedDays, type ExplainedDays } from '#plugins/helpdesk/domain/explained_days'
import { pausesOf, TARGETS, type StateChange } from '#plugins/helpdesk/domain/targets'
import { Entry } from '#plugins/helpdesk/models/entry'
import { Target } from '#plugins/helpdesk/models/target'
import type { Ticket } from '#plugins/helpdesk/models/ticket'
import { levelHours, type LevelHours } from '#plugins/helpdesk/queries/level_hours'

/** Without days where the ticket has lost the service level by which they were counted. */
export type ExplainedTarget = { target: Target; days: ExplainedDays[] }
export type ExplainedDeadlines = { targets: ExplainedTarget[]; hours: LevelHours | null }

/** What is promised for a ticket, each with the days that counted, computed as it was. */
export async function deadlinesOf(ticket: Ticket, now: number): Promise<ExplainedDeadlines> {
  const targets = inOrder(await Target.query().where('ticketId', ticket.id))
  const hours = await levelHours(ticket.serviceLevelId)
  if (!hours || targets.length === 0) {
    return { targets: targets.map((target) => ({ target, days: [] })), hours }
  }
  const entries = await Entry.query().where('ticketId', ticket.id).orderBy('id')
  const changes = entries
    .filter(changesState)
    .map(({ createdAt, toState }) => ({ at: createdAt, to: toState }))
  const explained = targets.map((target) => ({
    target,
    days: daysOf(target, { from: ticket.createdAt, changes, now, hours }),
  }))
  return { targets: explained, hours }
}

type Counted = {
  from: number
  changes: readonly StateChange[]
  now: number
  hours: LevelHours
}

function daysOf({ metAt, dueAt }: Target, { from, changes, now, hours }: Counted) {
  const to = metAt ?? dueAt ?? now
  // What was met is judged by what had happened until then.
  const seen = changes.filter(({ at }) => at <= (metAt ?? now))
  return explainedDays(countedDays(hours.days, { from, to }, pausesOf(seen, Math.max(now, to))))
}

/** The first answer, then the solution. */
export const inOrder = (targets: readonly Target[]): Target[] =>
  targets.toSorted((a, b) => TARGETS.indexOf(a.kind) - TARGETS.indexOf(b.kind))

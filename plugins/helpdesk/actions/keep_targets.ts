import { updateRows, type Trx } from '#core/platform'
import { met, stillOpen, toldAnew } from '#plugins/helpdesk/actions/target_values'
import { ANSWERS, changesState } from '#plugins/helpdesk/domain/deeds'
import { TARGETS, type TargetKind } from '#plugins/helpdesk/domain/targets'
import { Entry } from '#plugins/helpdesk/models/entry'
import type { ServiceLevel } from '#plugins/helpdesk/models/service_level'
import { Target } from '#plugins/helpdesk/models/target'
import { Ticket } from '#plugins/helpdesk/models/ticket'
import type { Hours } from '#plugins/helpdesk/queries/hours_of'

const MINUTE = 60_000

type Kept = Pick<Hours, 'level' | 'calendar'>

/**
 * Computes what is promised for a ticket anew, out of its entries: after every step, another
 * priority or service level, and a changed calendar. What was met stays as it was judged.
 */
export async function keepTargets(trx: Trx, ticket: Ticket, kept: Kept): Promise<void> {
  const entries = await Entry.query({ client: trx }).where('ticketId', ticket.id).orderBy('id')
  const known = await Target.query({ client: trx }).where('ticketId', ticket.id)
  const due: number[] = []
  for (const kind of TARGETS) {
    const target = known.find((one) => one.kind === kind)
    const minutes = ticket.state === 'cancelled' ? null : promised(kept.level, kind, ticket)
    const metAt = metIn(kind, ticket, entries)
    if (target && target.metAt !== null && target.metAt === metAt) continue
    if (minutes === null) await target?.delete()
    else {
      const next = await write(trx, { target, ticket, kind, minutes, metAt, entries, kept })
      if (next !== null) due.push(next)
    }
  }
  await keepNext(trx, ticket, due.length > 0 ? Math.min(...due) : null)
}

/** By what the inbox is ordered; the version stays, since nobody has edited the ticket. */
async function keepNext(trx: Trx, ticket: Ticket, nextDueAt: number | null): Promise<void> {
  if (ticket.nextDueAt === nextDueAt) return
  await updateRows(trx, Ticket, { id: ticket.id }, { nextDueAt })
  ticket.merge({ nextDueAt })
  ticket.$hydrateOriginals()
}

function promised(level: ServiceLevel | null, kind: TargetKind, { priority }: Ticket) {
  const promise = level?.targets.find((one) => one.priority === priority)
  if (!promise) return null
  return kind === 'first_answer' ? promise.firstAnswerMinutes : promise.solutionMinutes
}

/** A proposed solution meets its target until the customer rejects it. */
function metIn(kind: TargetKind, { state }: Ticket, entries: readonly Entry[]): number | null {
  if (kind === 'first_answer') {
    return entries.find(({ deed }) => ANSWERS.includes(deed))?.createdAt ?? null
  }
  if (state !== 'solution_proposed' && state !== 'closed') return null
  return entries.findLast(({ deed }) => deed === 'proposed')?.createdAt ?? null
}

type Written = {
  target: Target | undefined
  ticket: Ticket
  kind: TargetKind
  minutes: number
  metAt: number | null
  entries: readonly Entry[]
  kept: Kept
}

/** When it is due now. */
async function write(
  trx: Trx,
  { target, ticket, kind, minutes, ...rest }: Written
): Promise<number | null> {
  const { metAt, entries, kept } = rest
  const changes = entries
    .filter(changesState)
    .map(({ createdAt, toState }) => ({ at: createdAt, to: toState }))
  const open = { startedAt: ticket.createdAt, amount: minutes * MINUTE, changes }
  const values = metAt === null ? stillOpen(open, kept.calendar) : met(open, metAt, kept.calendar)
  const row = target ?? new Target().fill({ ticketId: ticket.id, kind })
  await row
    .useTransaction(trx)
    .merge({ minutes, metAt, ...values, ...toldAnew(values) })
    .save()
  return values.dueAt
}

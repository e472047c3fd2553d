import {
  clock,
  isUniqueViolation,
  transaction,
  type Actor,
  type Result,
  type Trx,
} from '#core/platform'
import { lookAgainAt, queueChanged } from '#plugins/queue-caller/actions/queue_changed'
import { takeStep, type TicketValues } from '#plugins/queue-caller/actions/take_step'
import { tellReservation } from '#plugins/queue-caller/actions/tell_reservation'
import { afterAbsent } from '#plugins/queue-caller/domain/standing'
import type { TicketStep } from '#plugins/queue-caller/domain/ticket_states'
import type { Ticket } from '#plugins/queue-caller/models/ticket'
import { lineOf } from '#plugins/queue-caller/queries/lines'
import { hourOf } from '#plugins/queue-caller/queries/queue_figures'

/** What a counter does with the ticket that it has. */
export const COUNTER_STEPS = ['call_again', 'start', 'absent', 'finish', 'park', 'resume'] as const
export type CounterStep = (typeof COUNTER_STEPS)[number]

export type ServeRefusal =
  /** not at this counter, or in another state by now */
  | 'changed'
  /** the counter has another ticket */
  | 'busy'

type At = {
  counterId: number
  location: { readonly id: number; readonly zone: string }
  by: Actor
}

/** Q5, Q6: again, started, absent, finished, parked, resumed. */
export class ServeTicket {
  async handle(
    ticket: Ticket,
    step: CounterStep,
    { counterId, location, by }: At
  ): Promise<Result<{ ticket: Ticket }, ServeRefusal>> {
    if (ticket.counterId !== counterId) return { ok: false, reason: 'changed' }
    try {
      return await transaction(async (trx) => {
        const taken = await take(trx, ticket, step, { by, zone: location.zone })
        if (!taken) return { ok: false, reason: 'changed' }
        await queueChanged(trx, location.id)
        return { ok: true, ticket }
      })
    } catch (error) {
      if (isUniqueViolation(error)) return { ok: false, reason: 'busy' }
      throw error
    }
  }
}

type Who = { by: Actor; zone: string }

async function take(trx: Trx, ticket: Ticket, step: CounterStep, who: Who): Promise<boolean> {
  if (step === 'absent') return takeAbsent(trx, ticket, who)
  const values = valuesOf(step, who)
  if (!(await takeStep(trx, ticket, step as TicketStep, { by: who.by, ...values }))) return false
  const outcome = ({ start: 'arrived', finish: 'served' } as const)[step as 'start' | 'finish']
  if (outcome) await tellReservation(trx, ticket, { outcome, by: who.by })
  return true
}

function valuesOf(step: CounterStep, { zone }: Who): TicketValues {
  const now = clock.now()
  if (step === 'call_again') return { announcedAt: now }
  if (step === 'start') return { startedAt: now, startedHour: hourOf(zone, now) }
  return step === 'finish' ? { endedAt: now } : {}
}

/** Q5: to be called again, or a no-show after the last call. */
async function takeAbsent(trx: Trx, ticket: Ticket, { by }: Who): Promise<boolean> {
  const { calls, calledAt } = ticket
  const line = await lineOf(trx, ticket)
  const standing = afterAbsent({ calls, calledAt: calledAt! }, line)
  if (standing) {
    await lookAgainAt(trx, ticket.locationId, standing.dueFrom)
    return takeStep(trx, ticket, 'absent', { by, ...standing, forCounterId: null })
  }
  const isOver = await takeStep(trx, ticket, 'no_show', { by, endedAt: clock.now() })
  if (isOver) await tellReservation(trx, ticket, { outcome: 'no_show', by })
  return isOver
}

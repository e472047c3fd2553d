import { enqueue } from '#core/jobs'
import { clock, type Trx } from '#core/platform'
import type { TicketValues } from '#plugins/helpdesk/actions/take_step'
import { answerDays } from '#plugins/helpdesk/domain/last_word'
import type { Ticket } from '#plugins/helpdesk/models/ticket'
import type { Hours } from '#plugins/helpdesk/queries/hours_of'

const DAY = 86_400_000

/** The jobs of `jobs/solution_jobs.ts`. */
export const LAPSE_SOLUTION = { id: 'helpdesk.lapse_solution' }
export const REMIND_OF_SOLUTION = { id: 'helpdesk.remind_of_solution' }

/** A proposed solution as it was when the job was written. */
export type AwaitedSolution = { ticketId: number; lapsesAt: number }

type Awaited = Pick<TicketValues, 'lapsesAt' | 'lastDay'> & { remindersAt: readonly number[] }

/** Until when a solution that is proposed, or added to, now can be answered. */
export function awaitedUntil({ calendar, zone }: Hours, days: number): Awaited {
  const now = clock.now()
  const known = answerDays(now, days, calendar)
  if (known) return known
  // A calendar that is never open: days like any others.
  const lapsesAt = now + days * DAY
  const lastDay = new Date(lapsesAt).toLocaleDateString('sv-SE', { timeZone: zone })
  return { lapsesAt, lastDay, remindersAt: [] }
}

/** The reminders and the end of the days; those of earlier days find another end and do nothing. */
export async function awaitAnswer(trx: Trx, ticket: Ticket, awaited: Awaited): Promise<void> {
  const payload = { ticketId: ticket.id, lapsesAt: awaited.lapsesAt! }
  for (const [index, at] of awaited.remindersAt.entries()) {
    await enqueue(trx, REMIND_OF_SOLUTION, { ...payload, nth: index + 1 }, { runAt: at })
  }
  await enqueue(trx, LAPSE_SOLUTION, payload, { runAt: awaited.lapsesAt! })
}

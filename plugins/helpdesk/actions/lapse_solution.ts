import { clock, SYSTEM, transaction } from '#core/platform'
import { setting } from '#core/settings'
import type { AwaitedSolution } from '#plugins/helpdesk/actions/await_answer'
import { lockedTicket } from '#plugins/helpdesk/actions/locked_ticket'
import { takeStep } from '#plugins/helpdesk/actions/take_step'
import { reopenUntil } from '#plugins/helpdesk/domain/last_word'
import { queueTicketMail } from '#plugins/helpdesk/mails/queue'
import { reopenWithin } from '#plugins/helpdesk/settings'

/** H5: nobody answered until the day that the mail named: the solution counts as accepted. */
export async function lapseSolution({ ticketId, lapsesAt }: AwaitedSolution): Promise<void> {
  const days = await setting(reopenWithin)
  await transaction(async (trx) => {
    const { ticket, hours } = await lockedTicket(trx, ticketId)
    const now = clock.now()
    if (ticket.lapsesAt !== lapsesAt || now < lapsesAt) return
    const values = { closedAt: now, closedBy: 'time' } as const
    const stepped = await takeStep(trx, ticket, { step: 'lapse', by: SYSTEM, values, hours })
    if (!stepped.ok) return
    const until = days > 0 ? reopenUntil(values, days) : null
    const told = { occasion: 'lapsed', zone: hours.zone, once: stepped.entry.id } as const
    await queueTicketMail(trx, ticket, { ...told, until })
  })
}

/** H5: the customer is reminded, unless they have answered or added something meanwhile. */
export async function remindOfSolution({
  ticketId,
  lapsesAt,
  nth,
}: AwaitedSolution & { nth: number }): Promise<void> {
  await transaction(async (trx) => {
    const { ticket, hours } = await lockedTicket(trx, ticketId)
    if (ticket.state !== 'solution_proposed' || ticket.lapsesAt !== lapsesAt) return
    const told = { occasion: 'reminded', zone: hours.zone, once: `${lapsesAt}:${nth}` } as const
    await queueTicketMail(trx, ticket, told)
  })
}

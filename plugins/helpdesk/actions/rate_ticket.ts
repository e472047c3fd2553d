import { clock, transaction, type Actor } from '#core/platform'
import { lockedTicket } from '#plugins/helpdesk/actions/locked_ticket'
import { takeStep, type Stepped } from '#plugins/helpdesk/actions/take_step'
import { mayRate } from '#plugins/helpdesk/domain/last_word'

type Rating = {
  ticketId: number
  /** 1 to 5 */
  rating: number
  comment: string | null
  by: Actor
}

/** How it went, once for each ticket, after it was closed. */
export class RateTicket {
  async handle({ ticketId, rating, comment, by }: Rating): Promise<Stepped> {
    return transaction(async (trx) => {
      const { ticket, hours } = await lockedTicket(trx, ticketId)
      const now = clock.now()
      const isAsked = ticket.closed && mayRate(ticket.closed, now) && ticket.rating === null
      if (!isAsked) return { ok: false, reason: 'not_now' }
      const values = { rating, ratingComment: comment, ratedAt: now }
      return takeStep(trx, ticket, { step: 'rate', by, values, hours })
    })
  }
}

import type { HttpContext } from '@adonisjs/core/http'
import { urlFor } from '#core/platform'
import type { FieldErrors } from '#core/web'
import { SOLUTION_ANSWERS, type SolutionAnswer } from '#plugins/helpdesk/domain/solution_answer'
import type { Ticket } from '#plugins/helpdesk/models/ticket'
import { presentAwaited } from '#plugins/helpdesk/presenters/awaited'
import { addressOf } from '#plugins/helpdesk/presenters/own_ticket'
import { ticketZone } from '#plugins/helpdesk/presenters/ticket_zone'
import { aboutOf } from '#plugins/helpdesk/presenters/step_page'

export type TypedAnswer = { answer: SolutionAnswer | null; typed: string }
type Shown = TypedAnswer & { errors: FieldErrors; isAnother?: boolean }

const NOTHING: Shown = { answer: null, typed: '', errors: {} }

/** H5: the solution, until when it can be answered, and both answers beside a field for words. */
export async function renderSolution(ctx: HttpContext, ticket: Ticket, shown: Shown = NOTHING) {
  const { i18n } = ctx
  const { answer, typed, errors, isAnother = false } = shown
  const day = ctx.formats(await ticketZone(ticket)).dayWeekdayDate(ticket.lastDay!)
  if (shown !== NOTHING) ctx.response.status(isAnother ? 409 : 422)
  return ctx.view.render('helpdesk::pages/solution', {
    ...shared(ticket),
    title: i18n.t('helpdesk.portal.solution.title'),
    hidden: { proposed_at: ticket.proposedAt },
    quote: await presentAwaited(ctx, ticket),
    until: i18n.t('helpdesk.portal.solution.until', { day }),
    options: SOLUTION_ANSWERS.map((value) => ({
      value,
      label: i18n.t(`helpdesk.portal.solution.${value}`),
    })),
    ...{ answer, errors, isAnother },
    text: typed,
  })
}

/** Accepted, and yet something was written: what is it meant to be? */
export function renderUnsure(ctx: HttpContext, ticket: Ticket, text: string, proposedAt: number) {
  return ctx.view.render('helpdesk::pages/unsure', {
    ...shared(ticket),
    title: ctx.i18n.t('helpdesk.portal.unsure.title'),
    hidden: { proposed_at: proposedAt, sure: 'yes', text },
    text,
  })
}

const shared = (ticket: Ticket) => ({
  back: { href: addressOf(ticket) },
  about: aboutOf(ticket),
  action: urlFor('helpdesk.mine.solutions.store', { id: ticket.publicId }),
})

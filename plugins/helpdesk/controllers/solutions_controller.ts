import type { HttpContext } from '@adonisjs/core/http'
import type { Infer } from '@vinejs/vine/types'
import { throttle } from '#core/web'
import { AnswerSolution } from '#plugins/helpdesk/actions/answer_solution'
import { readSolutionAnswer } from '#plugins/helpdesk/domain/solution_answer'
import { LONGEST_WORDS } from '#plugins/helpdesk/domain/words'
import { WRITE_LIMIT } from '#plugins/helpdesk/limits'
import type { Ticket } from '#plugins/helpdesk/models/ticket'
import {
  customerActor,
  leadBack,
  leadToTicket,
  ticketOf,
} from '#plugins/helpdesk/presenters/own_ticket'
import { renderSolution, renderUnsure } from '#plugins/helpdesk/presenters/solution_page'
import { renderRefused } from '#plugins/helpdesk/presenters/step_refused'
import { storeSolutionValidator } from '#plugins/helpdesk/validators/steps'

const SAID = { accept: 'accepted', reject: 'rejected' } as const

/** H5, the tick: the customer accepts the solution, or rejects it with a reason. */
export default class SolutionsController {
  async create(ctx: HttpContext) {
    const ticket = await ticketOf(ctx)
    if (ticket.state !== 'solution_proposed') return leadBack(ctx, ticket)
    return renderSolution(ctx, ticket)
  }

  async store(ctx: HttpContext) {
    const by = customerActor(ctx)
    const ticket = await ticketOf(ctx)
    await throttle(ctx, WRITE_LIMIT, { key: String(by.id) })
    const form = await ctx.request.validateUsing(storeSolutionValidator)
    const read = readSolutionAnswer(givenIn(form))
    if (!read.ok) return this.#ask(ctx, ticket, form, read.reason)
    const { answer, text } = read
    const given = { ticketId: ticket.id, answer, text, proposedAt: form.proposed_at, by }
    const answered = await new AnswerSolution().handle(given)
    return answered.ok
      ? leadToTicket(ctx, ticket, SAID[answer])
      : this.#refused(ctx, form, { step: answer, text })
  }

  #ask(ctx: HttpContext, ticket: Ticket, form: Form, reason: Problem) {
    const { typed, answer } = givenIn(form)
    // The page to which it would come back needs a solution that is still to be answered.
    if (ticket.state !== 'solution_proposed') {
      return renderRefused(ctx, { step: answer ?? 'accept', text: typed || null })
    }
    if (reason === 'unsure') return renderUnsure(ctx, ticket, typed, form.proposed_at)
    const field = reason === 'no_answer' ? 'answer' : 'text'
    const why = ctx.i18n.t(`helpdesk.portal.solution.errors.${reason}`, { most: LONGEST_WORDS })
    return renderSolution(ctx, ticket, { answer, typed, errors: { [field]: why } })
  }

  /** Another solution came meanwhile: what they typed stands below that one. */
  async #refused(ctx: HttpContext, form: Form, refused: Refused) {
    const ticket = await ticketOf(ctx)
    if (ticket.state !== 'solution_proposed') return renderRefused(ctx, refused)
    const { typed } = givenIn(form)
    return renderSolution(ctx, ticket, { answer: null, typed, errors: {}, isAnother: true })
  }
}

type Form = Infer<typeof storeSolutionValidator>
type Problem = (ReturnType<typeof readSolutionAnswer> & { ok: false })['reason']
type Refused = Parameters<typeof renderRefused>[1]

const givenIn = ({ answer, text, sure }: Form) => ({
  answer: answer ?? null,
  typed: text ?? '',
  isSure: sure !== undefined,
})

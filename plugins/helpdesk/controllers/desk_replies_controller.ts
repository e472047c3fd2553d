import type { HttpContext } from '@adonisjs/core/http'
import { redirectWith } from '#core/admin'
import type { FileRefusal } from '#core/files'
import { urlFor } from '#core/platform'
import { firstOfEach } from '#core/web'
import { AnswerTicket } from '#plugins/helpdesk/actions/answer_ticket'
import { ticketAtDesk } from '#plugins/helpdesk/controllers/ticket_at_desk'
import type { StaffWord } from '#plugins/helpdesk/domain/ticket_states'
import type { Ticket } from '#plugins/helpdesk/models/ticket'
import { renderReply, withTemplate } from '#plugins/helpdesk/presenters/desk_reply'
import { FILES, sentDraft, type Draft } from '#plugins/helpdesk/presenters/reply_draft'
import { storeReplyValidator } from '#plugins/helpdesk/validators/desk'

/** H5: staff answer, ask, propose a solution or note something down; no draft is lost. */
export default class DeskRepliesController {
  async create(ctx: HttpContext) {
    return renderReply(ctx, await ticketAtDesk(ctx))
  }

  async store(ctx: HttpContext) {
    const ticket = await ticketAtDesk(ctx)
    const { draft, refusal } = await sentDraft(ctx)
    if (refusal) return this.#refuse(ctx, ticket, { draft, refusal })
    if (ctx.request.input('use_template') === undefined) return this.#say(ctx, ticket, draft)
    return renderReply(ctx, ticket, { draft: await withTemplate(ctx, ticket, draft) })
  }

  async #say(ctx: HttpContext, ticket: Ticket, draft: Draft) {
    const [error, form] = await ctx.request.tryValidateUsing(storeReplyValidator)
    if (error) {
      return renderReply(ctx, ticket, { draft, errors: firstOfEach(error.messages), status: 422 })
    }
    const { form_key: formKey, message: text, ...words } = form
    const files = draft.held.map(({ id }) => id)
    const saying = { ...words, text, ticketId: ticket.id, files, formKey, by: ctx.actor }
    const said = await new AnswerTicket().handle(saying)
    if (said.ok) return this.#said(ctx, ticket, words.word)
    if ('limits' in said) return this.#refuse(ctx, ticket, { draft, refusal: said })
    return renderReply(ctx, await ticketAtDesk(ctx), { draft, isLate: true, status: 409 })
  }

  #refuse(ctx: HttpContext, ticket: Ticket, sent: { draft: Draft; refusal: FileRefusal }) {
    const { draft, refusal } = sent
    const errors = { [FILES]: ctx.i18n.t(`files.errors.${refusal.reason}`, refusal.limits) }
    return renderReply(ctx, ticket, { draft, errors, status: 422 })
  }

  /** Without an address nobody is told by mail, so staff must do it. */
  #said(ctx: HttpContext, { id, customer }: Ticket, word: StaffWord) {
    const said = word === 'note' || customer.email ? word : `${word}_without_mail`
    const text = ctx.i18n.t(`helpdesk.desk.said.${said}`)
    redirectWith(ctx, urlFor('helpdesk.tickets.show', { id }), { tone: 'success', text })
  }
}

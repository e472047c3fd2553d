import type { HttpContext } from '@adonisjs/core/http'
import { redirectWith } from '#core/admin'
import type { FileRefusal } from '#core/files'
import { urlFor } from '#core/platform'
import { firstOfEach } from '#core/web'
import { AnswerOrder } from '#plugins/shop-quotes/actions/answer_order'
import { orderAtDesk } from '#plugins/shop-quotes/controllers/order_at_desk'
import type { StaffWord } from '#plugins/shop-quotes/domain/order_states'
import type { Order } from '#plugins/shop-quotes/models/order'
import { FILES, sentDraft, type Draft } from '#plugins/shop-quotes/presenters/order_draft'
import { renderOrderReply } from '#plugins/shop-quotes/presenters/order_reply'
import { storeOrderReplyValidator } from '#plugins/shop-quotes/validators/order_desk'

/** S12: staff tell what came of an order, write to its customer or note something down. */
export default class OrderRepliesController {
  async create(ctx: HttpContext) {
    return renderOrderReply(ctx, await orderAtDesk(ctx))
  }

  async store(ctx: HttpContext) {
    const order = await orderAtDesk(ctx)
    const { draft, refusal } = await sentDraft(ctx)
    if (refusal) return this.#refuse(ctx, order, { draft, refusal })
    const [error, form] = await ctx.request.tryValidateUsing(storeOrderReplyValidator)
    if (error) {
      const errors = firstOfEach(error.messages)
      return renderOrderReply(ctx, order, { draft, errors, status: 422 })
    }
    return this.#say(ctx, order, { draft, form })
  }

  async #say(ctx: HttpContext, order: Order, { draft, form }: Sent) {
    const { form_key: formKey, message: text, ...words } = form
    const files = draft.held.map(({ id }) => id)
    const saying = { ...words, text, orderId: order.id, files, formKey, by: ctx.actor }
    const said = await new AnswerOrder().handle(saying)
    if (said.ok) return this.#said(ctx, order, words.word)
    if ('limits' in said) return this.#refuse(ctx, order, { draft, refusal: said })
    return renderOrderReply(ctx, await orderAtDesk(ctx), { draft, isLate: true, status: 409 })
  }

  #refuse(ctx: HttpContext, order: Order, sent: { draft: Draft; refusal: FileRefusal }) {
    const { draft, refusal } = sent
    const errors = { [FILES]: ctx.i18n.t(`files.errors.${refusal.reason}`, refusal.limits) }
    return renderOrderReply(ctx, order, { draft, errors, status: 422 })
  }

  /** Without an address nobody is told by mail, so staff must do it. */
  #said(ctx: HttpContext, { id, customer }: Order, word: StaffWord) {
    const said = word === 'note' || customer.email ? word : `${word}_without_mail`
    const text = ctx.i18n.t(`shop-quotes.admin.orders.said.${said}`)
    redirectWith(ctx, urlFor('shop-quotes.orders.show', { id }), { tone: 'success', text })
  }
}

type Form = { word: StaffWord; message: string; seen: number; form_key: string }
type Sent = { draft: Draft; form: Form }

import type { HttpContext } from '@adonisjs/core/http'
import { redirectWith } from '#core/admin'
import type { FileRefusal } from '#core/files'
import { urlFor } from '#core/platform'
import { AnswerQuote } from '#plugins/shop-quotes/actions/answer_quote'
import { quoteAtDesk } from '#plugins/shop-quotes/controllers/quote_at_desk'
import { LONGEST_WORDS, readWords } from '#plugins/shop-quotes/domain/words'
import type { Quote } from '#plugins/shop-quotes/models/quote'
import {
  newReply,
  renderReply,
  sentReply,
  withReply,
  type ReplyDraft,
} from '#plugins/shop-quotes/presenters/quote_reply'
import { storeQuoteReplyValidator } from '#plugins/shop-quotes/validators/quotes'

/** Staff ask what they need to know, write to the customer, or note something down. */
export default class QuoteRepliesController {
  async create(ctx: HttpContext) {
    const quote = await quoteAtDesk(ctx)
    return renderReply(ctx, quote, { draft: newReply(ctx, quote) })
  }

  async store(ctx: HttpContext) {
    const quote = await quoteAtDesk(ctx)
    const { draft, refusal } = await sentReply(ctx)
    if (refusal) return this.#refuse(ctx, quote, draft, refusal)
    if (ctx.request.input('use_template') === undefined) return this.#say(ctx, quote, draft)
    return renderReply(ctx, quote, { draft: await withReply(draft, quote) })
  }

  async #say(ctx: HttpContext, quote: Quote, draft: ReplyDraft) {
    const {
      form_key: formKey,
      word,
      seen,
    } = await ctx.request.validateUsing(storeQuoteReplyValidator)
    const words = readWords(draft.text)
    if (!words.ok) {
      const why = `shop-quotes.quotes.errors.${words.reason}`
      const errors = { message: ctx.i18n.t(why, { most: LONGEST_WORDS }) }
      return renderReply(ctx, quote, { draft, errors, status: 422 })
    }
    const files = draft.held.map(({ id }) => id)
    const saying = { formKey, word, seen, text: words.text, files, quoteId: quote.id }
    const said = await new AnswerQuote().handle({ ...saying, by: ctx.actor })
    if (said.ok) return this.#said(ctx, quote, word)
    if ('limits' in said) return this.#refuse(ctx, quote, draft, said)
    return renderReply(ctx, await quoteAtDesk(ctx), { draft, isLate: true, status: 409 })
  }

  #refuse(ctx: HttpContext, quote: Quote, draft: ReplyDraft, refusal: FileRefusal) {
    const errors = { files: ctx.i18n.t(`files.errors.${refusal.reason}`, refusal.limits) }
    return renderReply(ctx, quote, { draft, errors, status: 422 })
  }

  #said(ctx: HttpContext, { id }: Quote, word: 'ask' | 'write' | 'note') {
    const text = ctx.i18n.t(`shop-quotes.quotes.desk.reply.said.${word}`)
    redirectWith(ctx, urlFor('shop-quotes.quotes.show', { id }), { tone: 'success', text })
  }
}

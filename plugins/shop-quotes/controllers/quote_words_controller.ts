import { Exception } from '@adonisjs/core/exceptions'
import type { HttpContext } from '@adonisjs/core/http'
import { throttle } from '#core/web'
import { SayAboutQuote } from '#plugins/shop-quotes/actions/say_about_quote'
import { OWN_WORDS, ownWords, type OwnWord } from '#plugins/shop-quotes/domain/quote_words'
import {
  customerActor,
  leadToQuote,
  quoteOf,
  stateNow,
} from '#plugins/shop-quotes/presenters/own_quote'
import { readQuoteWords, renderQuoteWord } from '#plugins/shop-quotes/presenters/quote_word_page'
import { renderQuoteRefused } from '#plugins/shop-quotes/presenters/quote_refused'
import { QUOTE_WRITE_LIMIT } from '#plugins/shop-quotes/quote_limits'

/** S12: a customer answers, asks for a change, rejects, withdraws, has it revived, or writes. */
export default class QuoteWordsController {
  async create(ctx: HttpContext) {
    const quote = await quoteOf(ctx)
    const word = wordIn(ctx)
    if (ownWords(stateNow(quote)).includes(word)) return renderQuoteWord(ctx, quote, word)
    return renderQuoteRefused(ctx, { reason: 'not_now' })
  }

  async store(ctx: HttpContext) {
    const by = customerActor(ctx)
    const quote = await quoteOf(ctx)
    const word = wordIn(ctx)
    await throttle(ctx, QUOTE_WRITE_LIMIT, { key: String(by.id) })
    const read = await readQuoteWords(ctx, word)
    if (Object.keys(read.errors).length > 0) return renderQuoteWord(ctx, quote, word, read)
    const { formKey, seen, text } = read
    const files = read.files.map(({ id }) => id)
    const said = { formKey, seen, text, files, word, quoteId: quote.id, by }
    const done = await new SayAboutQuote().handle(said)
    if (done.ok) return leadToQuote(ctx, quote, word)
    if (!('limits' in done)) return renderQuoteRefused(ctx, { ...done, text })
    const errors = { files: ctx.i18n.t(`files.errors.${done.reason}`, done.limits) }
    return renderQuoteWord(ctx, quote, word, { ...read, files: [], errors })
  }
}

function wordIn({ params }: HttpContext): OwnWord {
  const word = OWN_WORDS.find((one) => one === params.word)
  if (!word) throw new Exception('No such word', { status: 404 })
  return word
}

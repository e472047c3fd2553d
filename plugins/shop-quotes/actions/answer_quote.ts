import type { FileRefusal } from '#core/files'
import { transaction, type Actor, type Result, type Trx } from '#core/platform'
import { onceOnly } from '#core/web'
import { attachFiles, refusingFiles } from '#plugins/shop-quotes/actions/attach_files'
import { lockedQuote, takeQuoteStep } from '#plugins/shop-quotes/actions/take_quote_step'
import type { StepRefusal } from '#plugins/shop-quotes/actions/take_order_step'
import type { StaffWord } from '#plugins/shop-quotes/domain/quote_words'
import { queueQuoteMail } from '#plugins/shop-quotes/mails/queue_quote_mail'

type Words = {
  /** Names the form that was shown, so that a double click says it once. */
  formKey: string
  quoteId: number
  word: StaffWord
  text: string
  files: readonly string[]
  /** Version of the quote that was read; notes go in whatever has happened since. */
  seen: number
  by: Actor
}

type Said = Result<object, StepRefusal>

const OCCASIONS = { ask: 'asked', write: 'written', note: null } as const

/** S8: staff ask what they need to know, write to the customer, or note something down. */
export class AnswerQuote {
  handle(words: Words): Promise<Said | FileRefusal> {
    const { quoteId, formKey } = words
    return refusingFiles(() =>
      transaction((trx) =>
        onceOnly(trx, `shop-quotes.answer_quote:${quoteId}`, formKey, () => this.#say(trx, words))
      )
    )
  }

  async #say(trx: Trx, { quoteId, word, text, files, seen, by }: Words): Promise<Said> {
    const quote = await lockedQuote(trx, quoteId)
    if (word !== 'note' && seen !== quote.version) return { ok: false, reason: 'changed_meanwhile' }
    const values = word === 'note' ? {} : { assigneeId: quote.assigneeId ?? by.id }
    const stepped = await takeQuoteStep(trx, quote, { step: word, by, text, values })
    if (!stepped.ok) return stepped
    const { id: once } = stepped.entry
    await attachFiles(trx, { entryId: once, files, by })
    const occasion = OCCASIONS[word]
    if (occasion) await queueQuoteMail(trx, quote, { occasion, once, text })
    return { ok: true }
  }
}

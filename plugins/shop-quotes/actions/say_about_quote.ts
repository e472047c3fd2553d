import type { FileRefusal } from '#core/files'
import { transaction, type Actor, type Result, type Trx } from '#core/platform'
import { onceOnly } from '#core/web'
import { attachFiles, refusingFiles } from '#plugins/shop-quotes/actions/attach_files'
import { lockedQuote, takeQuoteStep } from '#plugins/shop-quotes/actions/take_quote_step'
import type { StepRefusal } from '#plugins/shop-quotes/actions/take_order_step'
import type { OwnWord } from '#plugins/shop-quotes/domain/quote_words'
import type { Quote } from '#plugins/shop-quotes/models/quote'
import { QuoteVersion } from '#plugins/shop-quotes/models/quote_version'

type Words = {
  /** Names the form that was shown: a second click says nothing again. */
  formKey: string
  quoteId: number
  word: OwnWord
  text: string | null
  files: readonly string[]
  /** Public id of the version that was read; none where none was shown. */
  seen: string | null
  by: Actor
}

type Said = Result<object, StepRefusal>

/** Public id of the version that was sent last. */
async function currentVersion(trx: Trx, { currentVersionId: id }: Quote): Promise<string | null> {
  if (id === null) return null
  return (await QuoteVersion.findOrFail(id, { client: trx })).publicId
}

/** S12: what a customer answers, asks or decides about a quote, short of accepting it. */
export class SayAboutQuote {
  handle(words: Words): Promise<Said | FileRefusal> {
    const { quoteId, formKey } = words
    return refusingFiles(() =>
      transaction((trx) =>
        onceOnly(trx, `shop-quotes.say:${quoteId}`, formKey, () => this.#say(trx, words))
      )
    )
  }

  async #say(trx: Trx, { quoteId, word, text, files, by, seen }: Words): Promise<Said> {
    const quote = await lockedQuote(trx, quoteId)
    if (word !== 'write' && (await currentVersion(trx, quote)) !== seen)
      return { ok: false, reason: 'changed_meanwhile' }
    const stepped = await takeQuoteStep(trx, quote, { step: word, by, text })
    if (!stepped.ok) return stepped
    await attachFiles(trx, { entryId: stepped.entry.id, files, by })
    return { ok: true }
  }
}

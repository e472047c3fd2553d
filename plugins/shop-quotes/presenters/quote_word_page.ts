import type { HttpContext } from '@adonisjs/core/http'
import { fileLimits, presentFileInput, sentFiles, type HeldFile } from '#core/files'
import { randomId, urlFor } from '#core/platform'
import type { FieldErrors } from '#core/web'
import { needsWords, type OwnWord } from '#plugins/shop-quotes/domain/quote_words'
import { LONGEST_WORDS, readWords } from '#plugins/shop-quotes/domain/words'
import { entryFiles } from '#plugins/shop-quotes/files'
import type { Quote } from '#plugins/shop-quotes/models/quote'
import { quoteAddress } from '#plugins/shop-quotes/presenters/own_quote'
import { quoteThread } from '#plugins/shop-quotes/queries/thread'
import { sentVersions } from '#plugins/shop-quotes/queries/offered_versions'
import { storeQuoteWordsValidator } from '#plugins/shop-quotes/validators/quotes'

const FIELD = 'files'
export const MOST_FILES = 5

export type ReadWords = {
  formKey: string
  seen: string | null
  typed: string
  text: string | null
  files: HeldFile[]
  errors: FieldErrors
}

/** What was sent with a word, and what is wrong with it. */
export async function readQuoteWords(ctx: HttpContext, word: OwnWord): Promise<ReadWords> {
  const form = await ctx.request.validateUsing(storeQuoteWordsValidator)
  const typed = form.text ?? ''
  const words = readWords(typed)
  const { files, refusal } = await sentFiles(ctx, entryFiles, { field: FIELD, most: MOST_FILES })
  const isMissed = !words.ok && (words.reason === 'too_long' || needsWords(word))
  const say = (key: string) =>
    ctx.i18n.t(`shop-quotes.quotes.errors.${key}`, { most: LONGEST_WORDS })
  return {
    ...{ formKey: form.form_key, seen: form.seen ?? null, typed, files },
    text: words.ok ? words.text : null,
    errors: {
      ...(isMissed ? { text: say(words.reason) } : {}),
      ...(refusal ? { files: ctx.i18n.t(`files.errors.${refusal.reason}`, refusal.limits) } : {}),
    },
  }
}

/** What it is about, a field for words, files where they help, and a button. */
export async function renderQuoteWord(
  ctx: HttpContext,
  quote: Quote,
  word: OwnWord,
  refused?: ReadWords
) {
  const t = (key: string) => ctx.i18n.t(`shop-quotes.quotes.words.${word}.${key}`)
  const seen = (await sentVersions(quote.id)).at(-1)?.version.publicId
  const asked = word === 'answer' ? await questionOf(quote.id) : null
  const limits = await fileLimits(entryFiles, MOST_FILES)
  const takesFiles = word === 'answer' || word === 'write' || word === 'ask_change'
  if (refused) ctx.response.status(422)
  return ctx.view.render('shop_quotes::pages/quote_word', {
    title: t('title'),
    back: { href: quoteAddress(quote) },
    about: ctx.i18n.t('shop-quotes.quotes.page.title', { number: quote.number }),
    question: asked,
    action: urlFor('shop-quotes.mine.quotes.words.store', { id: quote.publicId, word }),
    hidden: { form_key: randomId(), seen },
    label: t('label'),
    hint: t('hint'),
    required: needsWords(word),
    go: { label: t('go'), tone: word === 'withdraw' ? 'danger' : 'primary' },
    text: refused?.typed,
    files: takesFiles
      ? presentFileInput({ field: FIELD, limits, held: refused?.files ?? [] }, ctx.locale)
      : null,
    errors: refused?.errors ?? {},
  })
}

async function questionOf(quoteId: number): Promise<string | null> {
  const thread = await quoteThread(quoteId)
  return thread.find(({ entry }) => entry.deed === 'asked')?.entry.text ?? null
}

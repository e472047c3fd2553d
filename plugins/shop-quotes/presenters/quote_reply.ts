import type { HttpContext } from '@adonisjs/core/http'
import { renderPanel, viewerOf } from '#core/admin'
import { fileLimits, presentFileInput, sentFiles, type HeldFile } from '#core/files'
import { LOCALE_NAMES, translatedIn } from '#core/organisation'
import { randomId, urlFor } from '#core/platform'
import { staffWords } from '#plugins/shop-quotes/domain/quote_words'
import { entryFiles } from '#plugins/shop-quotes/files'
import type { Quote } from '#plugins/shop-quotes/models/quote'
import { presentDeskThread } from '#plugins/shop-quotes/presenters/desk_quote_thread'
import { stateNow } from '#plugins/shop-quotes/presenters/own_quote'
import { quoteTemplates } from '#plugins/shop-quotes/queries/quote_templates'
import { quoteThread } from '#plugins/shop-quotes/queries/thread'

const KEY = 'shop-quotes.quotes.desk.reply'
const FIELD = 'files'
const MOST = 5

/** What stands in the form, unchecked: nothing of it is lost while it is written. */
export type ReplyDraft = {
  word: string
  text: string
  template: string
  held: readonly HeldFile[]
  formKey: string
  /** Version of the quote that was read. */
  seen: string
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** `?word=ask`: what the page of the quote was left for. */
export const newReply = ({ request }: HttpContext, { version }: Quote): ReplyDraft => ({
  ...{ word: textOf((request.qs() as Record<string, unknown>).word), text: '', template: '' },
  ...{ held: [], formKey: randomId(), seen: String(version) },
})

/** The form as it was sent, and why a file in it was not taken. */
export async function sentReply(ctx: HttpContext) {
  const { files: held, refusal } = await sentFiles(ctx, entryFiles, { field: FIELD, most: MOST })
  const body: Record<string, unknown> = ctx.request.body()
  const draft: ReplyDraft = {
    ...{ word: textOf(body.word), text: textOf(body.message), template: textOf(body.template) },
    ...{ seen: textOf(body.seen), held, formKey: textOf(body.form_key) || randomId() },
  }
  return { draft, refusal }
}

type Page = {
  draft: ReplyDraft
  errors?: Record<string, string>
  status?: number
  /** Somebody was faster: what came since stands below, and the next try goes by it. */
  isLate?: boolean
}

/** What staff write, with the thread below it. */
export async function renderReply(ctx: HttpContext, quote: Quote, page: Page) {
  const { draft, errors = {}, status, isLate = false } = page
  const viewer = await viewerOf(ctx)
  const { id, number, locale } = quote
  const words = staffWords(stateNow(quote))
  const limits = await fileLimits(entryFiles, MOST)
  const replies = (await quoteTemplates()).filter(({ reply }) => reply !== null)
  if (status) ctx.response.status(status)
  return renderPanel(ctx, 'shop_quotes::admin/reply', {
    title: viewer.t(`${KEY}.title`, { number }),
    back: { href: urlFor('shop-quotes.quotes.show', { id }), label: number },
    action: urlFor('shop-quotes.quote_replies.store', { id }),
    ...{ errors, isLate, draft: isLate ? { ...draft, seen: String(quote.version) } : draft },
    words: words.map((value) => ({
      value,
      label: viewer.t(`${KEY}.words.${value}`),
      hint: viewer.t(`${KEY}.hints.${value}`),
    })),
    word: words.find((one) => one === draft.word) ?? words[0],
    templates: replies.map((one) => ({ value: String(one.id), label: one.name })),
    language: viewer.t(`${KEY}.language`, { language: LOCALE_NAMES[locale] }),
    hasAddress: quote.customer.email !== null,
    files: presentFileInput({ field: FIELD, limits, held: draft.held }, ctx.locale),
    entries: await presentDeskThread(await quoteThread(id), quote, viewer),
  })
}

/** The draft with the words of the chosen template after what is written already. */
export async function withReply(draft: ReplyDraft, { locale }: Quote): Promise<ReplyDraft> {
  const chosen = (await quoteTemplates()).find(({ id }) => String(id) === draft.template)
  const words = chosen ? translatedIn(chosen.reply, locale, locale) : ''
  return { ...draft, text: [draft.text.trimEnd(), words].filter(Boolean).join('\n\n') }
}

import type { HttpContext } from '@adonisjs/core/http'
import { urlFor } from '#core/platform'
import { ownWords, type OwnWord } from '#plugins/shop-quotes/domain/quote_words'
import { turnOf, type QuoteState } from '#plugins/shop-quotes/domain/quote_states'
import type { Quote } from '#plugins/shop-quotes/models/quote'
import { presentOffer } from '#plugins/shop-quotes/presenters/offer'
import { presentDifferences } from '#plugins/shop-quotes/presenters/offer_differences'
import { offerReader, stateNow } from '#plugins/shop-quotes/presenters/own_quote'
import { quoteBadge, turnText } from '#plugins/shop-quotes/presenters/quote_state'
import { presentOwnThread } from '#plugins/shop-quotes/presenters/quote_thread'
import { presentWishes } from '#plugins/shop-quotes/presenters/wishes'
import { orderOfQuote } from '#plugins/shop-quotes/queries/order_of_quote'
import { quoteThread } from '#plugins/shop-quotes/queries/thread'
import { sentVersions, type OfferedVersion } from '#plugins/shop-quotes/queries/offered_versions'
import { wishesOf } from '#plugins/shop-quotes/queries/wishes_of'

type Reader = Awaited<ReturnType<typeof offerReader>>

/** S9, S10, S12: everything that a customer sees of a quote, and what they may do with it. */
export async function presentQuotePage(ctx: HttpContext, quote: Quote) {
  const reader = await offerReader(ctx)
  const { t } = reader
  const state = stateNow(quote)
  const versions = await sentVersions(quote.id)
  const current = versions.at(-1)
  const chosen = quote.acceptance?.chosen ?? []
  const order = state === 'accepted' ? await orderOfQuote(quote.id) : null
  const thread = await quoteThread(quote.id)
  const wishes = presentWishes(await wishesOf(quote.id), ctx.locale)
  const question = state === 'needs_info' && thread.find(({ entry }) => entry.deed === 'asked')
  return {
    title: t('shop-quotes.quotes.page.title', { number: quote.number }),
    back: { href: urlFor('shop-quotes.mine.quotes.index'), label: t('shop-quotes.quotes.title') },
    lead: t(`shop-quotes.quotes.leads.${state}`, { order: order?.number ?? '' }),
    question: question ? question.entry.text : null,
    ticket: presentTicket(reader, quote, { state, current, names: wishes.map(({ name }) => name) }),
    ways: waysOf(reader, quote, { state, order }),
    offer: current ? presentOffer(reader, current, chosen) : null,
    paper: current ? urlFor('shop-quotes.mine.quotes.papers.show', { id: quote.publicId }) : null,
    earlier: earlierOf(reader, quote, versions),
    message: quote.message,
    wishes,
    thread: presentOwnThread(reader, thread, ctx.locale),
  }
}

type Standing = { state: QuoteState; current?: OfferedVersion; names: string[] }

function presentTicket(reader: Reader, quote: Quote, { state, current, names }: Standing) {
  const { t, formats } = reader
  const line = (field: string, text: string) => ({
    label: t(`shop-quotes.quotes.fields.${field}`),
    text,
  })
  const agreedMinor = quote.acceptance?.totalMinor ?? current?.version.totalMinor ?? 0
  const total = current && formats.money(agreedMinor, current.version.currency)
  return {
    number: quote.number,
    title: formats.list(names),
    lines: [
      line('asked', formats.date(quote.createdAt)),
      ...(total ? [line('total', total)] : []),
      ...(quote.lastDay ? [line('last_day', formats.dayDate(quote.lastDay))] : []),
      ...(turnOf(state) === 'nobody' ? [] : [line('turn', turnText(reader, state))]),
    ],
    badge: quoteBadge(reader, state),
  }
}

const ICONS: Record<OwnWord, string> = {
  answer: 'message-square',
  reject: 'x',
  ask_change: 'pencil',
  ask_revival: 'rotate-ccw',
  withdraw: 'undo-2',
  write: 'mail',
}

/** What the customer may do now, as buttons: what is their turn first. */
function waysOf(
  { t }: Reader,
  { publicId: id }: Quote,
  { state, order }: { state: QuoteState; order: { publicId: string } | null }
) {
  const isFirst = (word: OwnWord) => word === 'answer' || word === 'ask_revival'
  const isLast = (word: OwnWord) => word === 'reject' || word === 'withdraw'
  const words = ownWords(state).map((word) => ({
    label: t(`shop-quotes.quotes.words.${word}.way`),
    href: urlFor('shop-quotes.mine.quotes.words.create', { id, word }),
    icon: ICONS[word],
    tone: isFirst(word) ? 'primary' : isLast(word) ? 'quiet' : 'secondary',
  }))
  const way = (key: string, href: string, icon: string) => ({
    ...{ label: t(`shop-quotes.quotes.page.${key}`), href, icon, tone: 'primary' },
  })
  if (state === 'sent') {
    return [
      way('accept', urlFor('shop-quotes.mine.quotes.acceptances.create', { id }), 'check'),
      ...words,
    ]
  }
  if (!order) return words
  return [
    way('to_order', urlFor('shop-quotes.mine.orders.show', { id: order.publicId }), 'shopping-bag'),
    ...words,
  ]
}

/** Versions before the current one, the latest first, each with what changed after it. */
function earlierOf(reader: Reader, { publicId: id }: Quote, versions: readonly OfferedVersion[]) {
  return versions
    .slice(0, -1)
    .map(({ version, lines }, nth) => {
      const next = versions[nth + 1]
      return {
        label: reader.t('shop-quotes.quotes.page.version', {
          number: version.number,
          day: reader.formats.date(version.sentAt!),
        }),
        href: urlFor('shop-quotes.mine.quotes.versions.show', { id, number: version.number }),
        changes: presentDifferences(reader, version.currency, lines, next.lines),
      }
    })
    .reverse()
}

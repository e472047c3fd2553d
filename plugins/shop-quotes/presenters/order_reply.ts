import type { HttpContext } from '@adonisjs/core/http'
import { presentNews, renderPanel, resourceNamed, viewerOf, type Viewer } from '#core/admin'
import { fileLimits, presentFileInput } from '#core/files'
import { LOCALE_NAMES } from '#core/organisation'
import { urlFor } from '#core/platform'
import { orderStateAfter, STAFF_WORDS } from '#plugins/shop-quotes/domain/order_states'
import { entryFiles } from '#plugins/shop-quotes/files'
import { ORDERS } from '#plugins/shop-quotes/order_list'
import type { Order } from '#plugins/shop-quotes/models/order'
import {
  FILES,
  MOST_FILES,
  newDraft,
  type Draft,
} from '#plugins/shop-quotes/presenters/order_draft'
import { presentOrderThread } from '#plugins/shop-quotes/presenters/order_thread'
import { orderThread } from '#plugins/shop-quotes/queries/thread'

type ReplyPage = {
  draft?: Draft
  errors?: Record<string, string>
  status?: number
  /** Somebody was faster: what came since stands above, and the next try goes by it. */
  isLate?: boolean
}

/** S12: what staff write about an order, with everything that was said and done below it. */
export async function renderOrderReply(ctx: HttpContext, order: Order, page: ReplyPage = {}) {
  const { errors = {}, status, isLate = false } = page
  const viewer = await viewerOf(ctx)
  const thread = await orderThread(order.id)
  const fresh = newDraft(ctx, order, thread[0].entry.id)
  const draft = page.draft ?? fresh
  const missed = isLate ? thread.filter(({ entry }) => entry.id > Number(draft.seenEntry)) : []
  if (status) ctx.response.status(status)
  return renderPanel(ctx, 'shop_quotes::admin/order_reply', {
    title: viewer.t('shop-quotes.admin.orders.reply.title', { number: order.number }),
    back: backTo(order),
    action: urlFor('shop-quotes.order_replies.store', { id: order.id }),
    errors,
    isLate,
    draft: isLate ? { ...draft, seen: fresh.seen, seenEntry: fresh.seenEntry } : draft,
    ...(await presentForm(order, draft, viewer)),
    news: newsOf(order, isLate ? fresh : draft, viewer),
    missed: await presentOrderThread(missed, order, viewer),
    entries: await presentOrderThread(thread.slice(missed.length), order, viewer),
  })
}

/** The page of an order, for the way back. */
export const backTo = ({ id, number, customer }: Order) => ({
  href: urlFor('shop-quotes.orders.show', { id }),
  label: [number, customer.name].join(' · '),
})

/** What has come since the draft was begun is fetched; the draft stays as it is. */
function newsOf({ id }: Order, { seen }: Draft, viewer: Viewer) {
  const news = presentNews(resourceNamed(ORDERS), { id, version: Number(seen) }, viewer)
  const href = urlFor('shop-quotes.order_replies.create', { id })
  return { ...news, href, parts: 'admin-news seen thread' }
}

/** What can be said now, and room for files. */
async function presentForm(order: Order, { held, word }: Draft, { t, locale }: Viewer) {
  const possible = STAFF_WORDS.filter((one) => orderStateAfter(order.state, one, 'staff'))
  const limits = await fileLimits(entryFiles, MOST_FILES)
  const words = (key: string, values?: object) =>
    t(`shop-quotes.admin.orders.${key}`, values as Record<string, unknown>)
  return {
    words: possible.map((value) => ({
      ...{ value, label: words(`words.${value}`), hint: words(`word_hints.${value}`) },
    })),
    word: possible.find((one) => one === word) ?? possible[0],
    language: words('reply.language', { language: LOCALE_NAMES[order.locale] }),
    hasAddress: order.customer.email !== null,
    files: presentFileInput({ field: FILES, limits, held }, locale),
  }
}

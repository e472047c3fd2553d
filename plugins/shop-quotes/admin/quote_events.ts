import type { TimelineSource, Viewer } from '#core/admin'
import { auditTrailAbout, type AuditEntry } from '#core/audit'
import { readRecords, urlFor } from '#core/platform'
import type { Deed } from '#plugins/shop-quotes/domain/deeds'
import { Quote } from '#plugins/shop-quotes/models/quote'

const OBJECT = 'shop-quotes.quote'

/** What is done with quotes; orders have deeds of their own. */
const ICONS = {
  requested: 'inbox',
  reviewed: 'eye',
  asked: 'circle-help',
  answered: 'message-square',
  sent: 'send',
  accepted: 'check',
  rejected: 'x',
  asked_change: 'pencil',
  asked_revival: 'rotate-ccw',
  expired: 'hourglass',
  honoured: 'rotate-ccw',
  took_back: 'undo-2',
  declined: 'ban',
  noted: 'lock',
  wrote: 'message-square',
  changed: 'sliders-horizontal',
} as const satisfies Partial<Record<Deed, string>>
type QuoteDeed = keyof typeof ICONS

const DEEDS_OF_QUOTES = Object.keys(ICONS) as QuoteDeed[]

/** On the card of a customer each deed names its quote; on the page of one the core tells them. */
export const quoteEvents: TimelineSource = {
  id: 'shop-quotes.quote_events',
  permission: 'shop-quotes.view',
  async entries(subjects, viewer, limit) {
    const own = subjects.filter(({ object }) => object === OBJECT)
    if (own.length === 0 || subjects.length === own.length) return []
    const ids = own.map(({ id }) => id)
    const found = await readRecords(Quote.query().whereIn('id', ids))
    const quotes = new Map(found.map((quote) => [quote.id, quote]))
    return (await auditTrailAbout(own, limit)).flatMap((entry) => {
      const quote = quotes.get(Number(entry.objectId))
      const deed = DEEDS_OF_QUOTES.find((one) => entry.action === `shop-quotes.${one}`)
      return quote && deed ? [told(entry, deed, { quote, viewer })] : []
    })
  },
}

type Told = { quote: Quote; viewer: Viewer }

const told = (entry: AuditEntry, deed: QuoteDeed, { quote, viewer }: Told) => ({
  ...{ at: entry.at, icon: ICONS[deed], trail: entry.id },
  by: { kind: entry.actorKind, id: entry.actorId },
  text: `${quote.number} · ${viewer.t(`shop-quotes.audit.${deed}`)}`,
  href: urlFor('shop-quotes.quotes.show', { id: quote.id }),
})

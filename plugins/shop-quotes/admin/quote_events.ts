import { eventsAbout } from '#core/audit'
import { readRecords, urlFor } from '#core/platform'
import type { Deed } from '#plugins/shop-quotes/domain/deeds'
import { Quote } from '#plugins/shop-quotes/models/quote'

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
export const quoteEvents = eventsAbout({
  id: 'shop-quotes.quote_events',
  permission: 'shop-quotes.view',
  objects: ['shop-quotes.quote'],
  amongOthers: true,
  find: (ids) => readRecords(Quote.query().whereIn('id', ids)),
  tell({ action }, { id, number }, { t }) {
    const deed = DEEDS_OF_QUOTES.find((one) => action === `shop-quotes.${one}`)
    if (!deed) return null
    const text = `${number} · ${t(`shop-quotes.audit.${deed}`)}`
    return { icon: ICONS[deed], text, href: urlFor('shop-quotes.quotes.show', { id }) }
  },
})

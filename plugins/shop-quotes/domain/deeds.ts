import type { OrderStep } from '#plugins/shop-quotes/domain/order_states'
import type { QuoteStep } from '#plugins/shop-quotes/domain/quote_states'

/** What an entry tells: the past of each step, and what is done beside them. */
export const DEEDS = [
  'placed',
  'settled',
  'started',
  'completed',
  'expired',
  'honoured',
  'cancelled',
  'withdrew',
  'repaid',
  'requested',
  'reviewed',
  'asked',
  'answered',
  'sent',
  'accepted',
  'rejected',
  'asked_change',
  'asked_revival',
  'took_back',
  'declined',
  'noted',
  'wrote',
  'paid',
  'refunded',
  'changed',
  'booked',
  'moved',
  'freed',
] as const
export type Deed = (typeof DEEDS)[number]

export const DEED_OF_ORDER: Record<OrderStep, Deed> = {
  settle: 'settled',
  start: 'started',
  complete: 'completed',
  expire: 'expired',
  honour: 'honoured',
  cancel: 'cancelled',
  withdraw: 'withdrew',
  repay: 'repaid',
  note: 'noted',
  write: 'wrote',
}

export const DEED_OF_QUOTE: Record<QuoteStep, Deed> = {
  review: 'reviewed',
  ask: 'asked',
  answer: 'answered',
  send: 'sent',
  accept: 'accepted',
  reject: 'rejected',
  ask_change: 'asked_change',
  expire: 'expired',
  ask_revival: 'asked_revival',
  honour: 'honoured',
  withdraw: 'took_back',
  decline: 'declined',
  write: 'wrote',
  note: 'noted',
}

/** An internal note stays among staff. */
export const isShown = (deed: Deed): boolean => deed !== 'noted'

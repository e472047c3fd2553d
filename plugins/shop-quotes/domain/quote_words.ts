import { quoteStateAfter, type QuoteState } from '#plugins/shop-quotes/domain/quote_states'

/** What a customer says about a quote besides accepting it; what ends it comes last. */
export const OWN_WORDS = [
  'answer',
  'ask_revival',
  'ask_change',
  'write',
  'reject',
  'withdraw',
] as const
export type OwnWord = (typeof OWN_WORDS)[number]

/** Those that need no words of their own. */
export const needsWords = (word: OwnWord): boolean => word !== 'withdraw' && word !== 'ask_revival'

/** What can be said while a quote stands like this. */
export const ownWords = (state: QuoteState): OwnWord[] =>
  OWN_WORDS.filter((word) => quoteStateAfter(state, word, 'customer') !== null)

/** What staff write about a quote, besides sending an offer. */
export const STAFF_WORDS = ['ask', 'write', 'note'] as const
export type StaffWord = (typeof STAFF_WORDS)[number]

export const staffWords = (state: QuoteState): StaffWord[] =>
  STAFF_WORDS.filter((word) => quoteStateAfter(state, word, 'staff') !== null)

import { turnOf, type QuoteState } from '#plugins/shop-quotes/domain/quote_states'

type Reader = { t: (key: string) => string }

/** How each state is marked, besides its word: what waits for the customer stands out. */
export const QUOTE_BADGES = {
  requested: 'info',
  in_review: 'called',
  needs_info: 'waiting',
  sent: 'waiting',
  change_requested: 'called',
  accepted: 'done',
  rejected: 'ended',
  expired: 'ended',
  withdrawn: 'ended',
  declined: 'ended',
} as const satisfies Record<QuoteState, string>

/** The state in words that a customer understands. */
export const quoteBadge = ({ t }: Reader, state: QuoteState) => ({
  state: QUOTE_BADGES[state],
  label: t(`shop-quotes.quotes.states.${state}`),
})

export const turnText = ({ t }: Reader, state: QuoteState): string =>
  t(`shop-quotes.quotes.turns.${turnOf(state)}`)

import { stateCell, type Cell, type Viewer } from '#core/admin'
import { translatedIn } from '#core/organisation'
import { standsAs } from '#plugins/shop-quotes/domain/quote_states'
import type { Quote } from '#plugins/shop-quotes/models/quote'
import { QUOTE_BADGES } from '#plugins/shop-quotes/presenters/quote_state'

/** The state in the words of staff, as it is at this moment. */
export function stateOf(quote: Quote, { t, now }: Viewer): Cell {
  const state = standsAs(quote, now)
  return stateCell(QUOTE_BADGES[state], t(`shop-quotes.admin.quotes.choices.state.${state}`))
}

/** "Eye test, Glasses × 2" */
export const servicesOf = ({ wishes }: Quote, { locale }: Viewer): string =>
  wishes
    .map(({ name, quantity }) => {
      const word = translatedIn(name, locale, locale)
      return quantity === 1 ? word : `${word} × ${quantity}`
    })
    .join(', ')

export const lastDayOf = ({ lastDay }: Quote, { formats }: Viewer): string =>
  lastDay ? formats().dayShortDate(lastDay) : '–'

/** What was agreed to, else what was offered last. */
export function totalOf({ currentVersion, acceptance }: Quote, { formats }: Viewer): string {
  if (!currentVersion) return '–'
  const minor = acceptance?.totalMinor ?? currentVersion.totalMinor
  return formats().money(minor, currentVersion.currency)
}

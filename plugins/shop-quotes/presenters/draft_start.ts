import {
  decimalInput,
  decimalsOf,
  FORMAT_LOCALES,
  translatedIn,
  type Locale,
} from '#core/organisation'
import { addDays } from '#core/scheduling'
import { setting } from '#core/settings'
import type { Quote } from '#plugins/shop-quotes/models/quote'
import type { ShopService } from '#plugins/shop-quotes/models/shop_service'
import {
  draftOfVersion,
  EMPTY_LINE,
  type TypedDraft,
  type TypedLine,
} from '#plugins/shop-quotes/presenters/typed_draft'
import type { OfferedVersion } from '#plugins/shop-quotes/queries/offered_versions'
import type { ShopDay } from '#plugins/shop-quotes/queries/shop_day'
import type { AskedWish } from '#plugins/shop-quotes/queries/wishes_of'
import { quoteGoodFor } from '#plugins/shop-quotes/settings'

type Known = {
  versions: readonly OfferedVersion[]
  wishes: readonly AskedWish[]
  services: readonly ShopService[]
  day: ShopDay
  locale: Locale
}

/** What the editor begins with: the draft, a copy of the version before, or what was requested. */
export async function startingDraft(quote: Quote, known: Known): Promise<TypedDraft> {
  const { versions, day, locale } = known
  const tag = FORMAT_LOCALES[locale]
  const last = versions.at(-1)
  const fresh = addDays(day.day, await setting(quoteGoodFor))
  if (!last) return { ...emptyDraft(fresh), lines: wishedLines(quote, known) }
  const typed = draftOfVersion(last, tag)
  if (last.version.digest === null) return { ...typed, seen: String(last.version.version) }
  return { ...typed, last_day: typed.last_day < day.day ? fresh : typed.last_day }
}

const emptyDraft = (lastDay: string): TypedDraft => ({
  ...{ seen: '0', intro: '', conditions: '', last_day: lastDay, whole_discount: '', lines: [] },
})

function wishedLines(quote: Quote, { wishes, services, day, locale }: Known): TypedLine[] {
  return wishes.map(({ wish }) => {
    const service = services.find(({ id }) => id === wish.serviceId)
    const line = service
      ? serviceLine(service, { quote, currency: day.currency, locale })
      : EMPTY_LINE
    return {
      ...line,
      wish: String(wish.id),
      description: translatedIn(wish.name, quote.locale, quote.locale),
      quantity: String(wish.quantity),
    }
  })
}

/** A service of the catalogue as a line, in the language of the customer. */
export function serviceLine(
  service: ShopService,
  { quote, currency, locale }: { quote: Quote; currency: string; locale: Locale }
): TypedLine {
  const { id, name, priceMinor, basis, taxClass } = service
  const how = { tag: FORMAT_LOCALES[locale], decimals: decimalsOf(currency) }
  return {
    ...EMPTY_LINE,
    ...{ service: String(id), basis, tax: taxClass },
    description: translatedIn(name, quote.locale, quote.locale),
    price: priceMinor === null ? '' : decimalInput(priceMinor, how),
  }
}

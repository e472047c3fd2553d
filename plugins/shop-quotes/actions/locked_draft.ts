import type { Trx } from '#core/platform'
import { QuoteVersion } from '#plugins/shop-quotes/models/quote_version'

/** The version of a quote that was not sent yet; the quote itself is locked. */
export const draftOf = (trx: Trx, quoteId: number): Promise<QuoteVersion | null> =>
  QuoteVersion.query({ client: trx }).where({ quoteId }).whereNull('digest').first()

/** Its version as pages name it: 0 while nobody has kept any. */
export const seenVersion = (draft: QuoteVersion | null): number => draft?.version ?? 0

import type { Locale } from '#core/organisation'
import { clock, rows, type Trx } from '#core/platform'
import { termsDigest } from '#plugins/shop-quotes/queries/terms_digest'

type Wording = { locale: Locale; text: string }

/** The terms as somebody agrees to them now; null where nothing has to be agreed to. */
export async function keepTerms(trx: Trx, wording: Wording): Promise<number | null> {
  const { locale, text } = wording
  if (text === '') return null
  const digest = termsDigest(wording)
  const insert = `insert into shop_quotes_terms (digest, locale, text, created_at)
    values (?, ?, ?, ?) on conflict (digest) do nothing`
  await rows(trx, insert, [digest, locale, text, clock.now()])
  const select = 'select id from shop_quotes_terms where digest = ?'
  const [{ id }] = await rows<{ id: number }>(trx, select, [digest])
  return Number(id)
}

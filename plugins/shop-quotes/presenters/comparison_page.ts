import type { HttpContext } from '@adonisjs/core/http'
import { renderPanel, viewerOf } from '#core/admin'
import { urlFor } from '#core/platform'
import type { Quote } from '#plugins/shop-quotes/models/quote'
import { presentOffer, type OfferReader } from '#plugins/shop-quotes/presenters/offer'
import { presentDifferences } from '#plugins/shop-quotes/presenters/offer_differences'
import { allVersions, type OfferedVersion } from '#plugins/shop-quotes/queries/offered_versions'

/** The last two versions, or those in the address, and what differs between them. */
export async function renderComparison(ctx: HttpContext, quote: Quote) {
  const { t, formats } = await viewerOf(ctx)
  const reader = { t, formats: formats() }
  const versions = await allVersions(quote.id)
  const right = chosenOf(ctx, 'right', versions) ?? versions.at(-1)
  const left = chosenOf(ctx, 'left', versions) ?? versions.at(-2)
  const { id, number } = quote
  const options = versions.map(({ version }) => ({
    value: String(version.number),
    label: nameOf(reader, version),
  }))
  const shown = left && right ? [left, right] : []
  return renderPanel(ctx, 'shop_quotes::admin/compare', {
    title: t('shop-quotes.quotes.desk.compare.title', { number }),
    back: { href: urlFor('shop-quotes.quotes.show', { id }), label: number },
    action: urlFor('shop-quotes.quote_comparisons.show', { id }),
    options,
    sides: shown.map((one) => ({
      value: String(one.version.number),
      name: nameOf(reader, one.version),
      offer: presentOffer(reader, one),
    })),
    changes:
      left && right
        ? presentDifferences(reader, right.version.currency, left.lines, right.lines)
        : [],
  })
}

function chosenOf({ request }: HttpContext, side: string, versions: readonly OfferedVersion[]) {
  const asked: Record<string, unknown> = request.qs()
  return versions.find(({ version }) => String(version.number) === asked[side])
}

function nameOf({ t, formats }: OfferReader, { number, sentAt }: OfferedVersion['version']) {
  if (sentAt === null) return t('shop-quotes.quotes.desk.compare.draft', { number })
  return t('shop-quotes.quotes.page.version', { number, day: formats.date(sentAt) })
}

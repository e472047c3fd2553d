import type { HttpContext } from '@adonisjs/core/http'
import { renderPanel, viewerOf } from '#core/admin'
import { urlFor } from '#core/platform'
import type { SendRefusal } from '#plugins/shop-quotes/domain/quote_refusals'
import type { Quote } from '#plugins/shop-quotes/models/quote'
import { presentOffer } from '#plugins/shop-quotes/presenters/offer'
import { presentDifferences } from '#plugins/shop-quotes/presenters/offer_differences'
import { allVersions } from '#plugins/shop-quotes/queries/offered_versions'

/** The draft as its customer will read it, what differs from the version before, and a button. */
export async function renderSending(ctx: HttpContext, quote: Quote, refused?: SendRefusal) {
  const { t, formats } = await viewerOf(ctx)
  const reader = { t, formats: formats() }
  const versions = await allVersions(quote.id)
  const draft = versions.find(({ version }) => version.digest === null)
  const before = versions.filter(({ version }) => version.digest !== null).at(-1)
  if (refused) ctx.response.status(409)
  const { id, number } = quote
  return renderPanel(ctx, 'shop_quotes::admin/send', {
    title: t('shop-quotes.quotes.desk.send.title', { number }),
    back: { href: urlFor('shop-quotes.quotes.show', { id }), label: number },
    action: urlFor('shop-quotes.quote_sendings.store', { id }),
    editor: urlFor('shop-quotes.quote_drafts.edit', { id }),
    refused: refused && t(`shop-quotes.quotes.desk.send.refusals.${refused}`),
    seen: draft?.version.version,
    offer: draft ? presentOffer(reader, draft) : null,
    changes:
      draft && before
        ? presentDifferences(reader, draft.version.currency, before.lines, draft.lines)
        : [],
    hasAddress: quote.customer.email !== null,
  })
}

import type { HttpContext } from '@adonisjs/core/http'
import { renderPanel, viewerOf, type Viewer } from '#core/admin'
import { FORMAT_LOCALES, LOCALE_NAMES, translated } from '#core/organisation'
import { urlFor } from '#core/platform'
import type { FieldErrors } from '#core/web'
import { MOST_LINES, type Draft } from '#plugins/shop-quotes/domain/draft'
import { pricedDraft } from '#plugins/shop-quotes/domain/offer_totals'
import { TAX_CLASSES } from '#plugins/shop-quotes/domain/tax_rates'
import type { Quote } from '#plugins/shop-quotes/models/quote'
import { presentOffer, rateText } from '#plugins/shop-quotes/presenters/offer'
import { readDraft } from '#plugins/shop-quotes/presenters/read_draft'
import type { TypedDraft } from '#plugins/shop-quotes/presenters/typed_draft'
import { allVersions } from '#plugins/shop-quotes/queries/offered_versions'
import type { OfferLine } from '#plugins/shop-quotes/queries/offer_lines'
import { quotableServices } from '#plugins/shop-quotes/queries/quotable_services'
import { quoteTemplates } from '#plugins/shop-quotes/queries/quote_templates'
import { ratedLines } from '#plugins/shop-quotes/queries/rated_lines'
import { shopDay } from '#plugins/shop-quotes/queries/shop_day'
import { wishesOf } from '#plugins/shop-quotes/queries/wishes_of'

const KEY = 'shop-quotes.quotes.desk.draft'

/** All that the editor knows of a quote. */
export async function draftGround(ctx: HttpContext, quote: Quote) {
  const viewer = await viewerOf(ctx)
  return {
    ...{ quote, viewer, locale: ctx.locale, day: await shopDay() },
    versions: await allVersions(quote.id),
    wishes: await wishesOf(quote.id),
    services: await quotableServices(),
    templates: (await quoteTemplates()).filter(({ lines }) => lines.length > 0),
  }
}
export type DraftGround = Awaited<ReturnType<typeof draftGround>>

/** What was typed, read by the customs of who typed it. */
export const readTyped = (typed: TypedDraft, { viewer, day, services, wishes }: DraftGround) =>
  readDraft(typed, {
    ...{ tag: FORMAT_LOCALES[viewer.locale], currency: day.currency },
    services: services.map(({ id }) => id),
    wishes: wishes.map(({ wish }) => wish.id),
    say: (key) => viewer.t(`${KEY}.errors.${key}`),
  })

type Page = {
  typed: TypedDraft
  errors?: FieldErrors
  status?: number
  /** Somebody else kept the draft meanwhile: what is different there. */
  others?: string[]
}

/** The editor of the next version, with what it comes to as its customer would read it. */
export async function renderDraft(ctx: HttpContext, ground: DraftGround, page: Page) {
  const { quote, viewer, services, templates } = ground
  const { typed, errors = {}, others, status } = page
  const read = readTyped(typed, ground)
  if (status) ctx.response.status(status)
  return renderPanel(ctx, 'shop_quotes::admin/draft', {
    title: viewer.t(`${KEY}.title`, { number: quote.number }),
    back: { href: urlFor('shop-quotes.quotes.show', { id: quote.id }), label: quote.number },
    action: urlFor('shop-quotes.quote_drafts.update', { id: quote.id }),
    language: viewer.t(`${KEY}.language`, { language: LOCALE_NAMES[quote.locale] }),
    ...{ typed, errors, others, mayAdd: typed.lines.length < MOST_LINES },
    services: services.map(({ id, name }) => ({
      value: String(id),
      label: translated(name, viewer.locale),
    })),
    templates: templates.map(({ id, name }) => ({ value: String(id), label: name })),
    taxes: taxOptions(ground),
    bases: (['gross', 'net'] as const).map((value) => ({
      value,
      label: viewer.t(`shop-quotes.quotes.desk.draft.bases.${value}`),
    })),
    offer: Object.keys(read.errors).length > 0 ? null : previewOf(ground, read.draft),
  })
}

function taxOptions({ viewer, day }: DraftGround) {
  const reader = readerOf(viewer)
  return TAX_CLASSES.flatMap((value) => {
    const rate = day.rates.get(value)
    const name = viewer.t(`shop-quotes.admin.tax_rates.choices.taxClass.${value}`)
    return rate ? [{ value, label: `${name} · ${rateText(reader, rate.rateBp)}` }] : []
  })
}

const readerOf = ({ t, formats }: Viewer) => ({ t, formats: formats() })

/** A draft as an offer, null where it cannot be reckoned. */
export function previewOf({ viewer, day, versions }: DraftGround, draft: Draft) {
  const lines = offerLinesOf(draft, { day })
  const priced = lines && pricedDraft(lines, draft.wholeDiscountBp)
  if (!lines || !priced?.ok) return null
  const { intro, conditions, lastDay, wholeDiscountBp } = draft
  const number = versions.filter(({ version }) => version.digest !== null).length + 1
  const version = { intro, conditions, lastDay, wholeDiscountBp, number, currency: day.currency }
  const shown = lines.map((line, nth) => ({ ...line, amountMinor: priced.amounts[nth] }))
  return presentOffer(readerOf(viewer), { version, lines: shown })
}

/** Lines that were typed, as those of an offer; null where a class has no rate today. */
export function offerLinesOf(draft: Draft, { day }: Pick<DraftGround, 'day'>): OfferLine[] | null {
  const rated = ratedLines(draft.lines, day.rates)
  return rated?.map((line, nth) => ({ ...line, publicId: String(nth), amountMinor: 0 })) ?? null
}

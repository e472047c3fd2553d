import type { HttpContext } from '@adonisjs/core/http'
import { signedInCustomer } from '#core/accounts'
import { translated } from '#core/organisation'
import { urlFor } from '#core/platform'
import { setting } from '#core/settings'
import type { FieldErrors } from '#core/web'
import { termsDigest } from '#plugins/shop-quotes/queries/terms_digest'
import type { Method } from '#plugins/shop-quotes/domain/payment_states'
import type { BillingProfile } from '#plugins/shop-quotes/models/billing_profile'
import type { Quote } from '#plugins/shop-quotes/models/quote'
import { billingText } from '#plugins/shop-quotes/presenters/billing_text'
import { presentOffer } from '#plugins/shop-quotes/presenters/offer'
import { offerReader, quoteAddress } from '#plugins/shop-quotes/presenters/own_quote'
import { offeredMethods } from '#plugins/shop-quotes/queries/offered_methods'
import type { OfferedVersion } from '#plugins/shop-quotes/queries/offered_versions'
import { ownBilling } from '#plugins/shop-quotes/queries/own_billing'
import { terms } from '#plugins/shop-quotes/settings'

/** What stands in the form of an acceptance. */
export type TypedAcceptance = {
  chosen: readonly string[]
  billing?: string
  method?: string
  early?: boolean
}

export type AcceptanceForm = {
  profiles: BillingProfile[]
  methods: Method[]
  terms: { locale: HttpContext['locale']; text: string }
}

/** What can be chosen: saved billing data, ways to pay; and the terms in the reader's language. */
export async function acceptanceForm(ctx: HttpContext): Promise<AcceptanceForm> {
  return {
    profiles: await ownBilling(signedInCustomer(ctx).id),
    methods: await offeredMethods(),
    terms: { locale: ctx.locale, text: translated(await setting(terms), ctx.locale) },
  }
}

type Page = {
  current: OfferedVersion
  form: AcceptanceForm
  typed: TypedAcceptance
  errors?: FieldErrors
  status?: number
  notice?: string
}

/** S10: choose, read what it comes to right above the button that obliges. */
export async function renderAcceptance(ctx: HttpContext, quote: Quote, page: Page) {
  const { current, form, typed, errors = {}, status, notice } = page
  const reader = await offerReader(ctx)
  const offer = presentOffer(reader, current, typed.chosen)
  const { publicId: version, digest } = current.version
  if (status) ctx.response.status(status)
  return ctx.view.render('shop_quotes::pages/quote_acceptance', {
    title: reader.t('shop-quotes.quotes.accept.title'),
    back: { href: quoteAddress(quote) },
    action: urlFor('shop-quotes.mine.quotes.acceptances.store', { id: quote.publicId }),
    hidden: { version, digest, total: String(offer.totalMinor), terms: termsDigest(form.terms) },
    ...{ offer, errors, typed, notice },
    billing: form.profiles.map(({ publicId: value, billing }) => ({
      value,
      label: billingText(billing),
    })),
    billingHref: urlFor('shop-quotes.billing.index'),
    methods: form.methods.map((value) => ({
      value,
      label: reader.t(`shop-quotes.payments.methods.${value}.label`),
    })),
    terms: form.terms.text,
  })
}

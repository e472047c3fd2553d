import type { HttpContext } from '@adonisjs/core/http'
import { signedInCustomer } from '#core/accounts'
import { translated } from '#core/organisation'
import { randomId, urlFor } from '#core/platform'
import { setting } from '#core/settings'
import type { FieldErrors } from '#core/web'
import { termsDigest } from '#plugins/shop-quotes/queries/terms_digest'
import type { Method } from '#plugins/shop-quotes/domain/payment_states'
import type { BillingProfile } from '#plugins/shop-quotes/models/billing_profile'
import type { Quote } from '#plugins/shop-quotes/models/quote'
import {
  presentBillingForm,
  type BillingValues,
} from '#plugins/shop-quotes/presenters/billing_form'
import { billingText } from '#plugins/shop-quotes/presenters/billing_text'
import { firstValues } from '#plugins/shop-quotes/presenters/checkout_page'
import { presentOffer, type OfferReader } from '#plugins/shop-quotes/presenters/offer'
import { offerReader, quoteAddress } from '#plugins/shop-quotes/presenters/own_quote'
import { billingProfilesOf } from '#plugins/shop-quotes/queries/billing_profiles'
import { offeredMethods } from '#plugins/shop-quotes/queries/offered_methods'
import type { OfferedVersion } from '#plugins/shop-quotes/queries/offered_versions'
import { terms } from '#plugins/shop-quotes/settings'

/** Chosen in place of a saved profile. */
export const NEW_BILLING = 'new'

/** What stands in the form of an acceptance. */
export type TypedAcceptance = {
  chosen: readonly string[]
  /** Public id of a profile, or `NEW_BILLING`: then the fields say to whom. */
  billing?: string
  entered: BillingValues
  method?: string
  early?: boolean
  agreed?: boolean
}

export type AcceptanceForm = {
  profiles: BillingProfile[]
  methods: Method[]
  terms: { locale: HttpContext['locale']; text: string }
}

/** What can be chosen: saved billing data, ways to pay; and the terms in the reader's language. */
export async function acceptanceForm(ctx: HttpContext): Promise<AcceptanceForm> {
  return {
    profiles: await billingProfilesOf(signedInCustomer(ctx).id),
    methods: await offeredMethods(),
    terms: { locale: ctx.locale, text: translated(await setting(terms), ctx.locale) },
  }
}

/** What stands in it at first. */
export const firstTyped = async (
  ctx: HttpContext,
  { profiles, methods }: AcceptanceForm
): Promise<TypedAcceptance> => ({
  ...{ chosen: [], billing: profiles[0]?.publicId ?? NEW_BILLING, method: methods[0] },
  entered: await firstValues(ctx),
})

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
    hidden: {
      ...{ version, digest, total: String(offer.totalMinor), terms: termsDigest(form.terms) },
      ...{ form_key: randomId(), ...(form.profiles.length === 0 ? { billing: NEW_BILLING } : {}) },
    },
    ...{ offer, errors, typed, notice },
    billing: billingOptions(reader, form.profiles),
    form: presentBillingForm(ctx, typed.entered, errors),
    methods: form.methods.map((value) => ({
      value,
      label: reader.t(`shop-quotes.payments.methods.${value}.label`),
    })),
    terms: form.terms.text,
  })
}

/** None where nothing is saved: then the fields stand alone. */
function billingOptions({ t }: OfferReader, profiles: readonly BillingProfile[]) {
  if (profiles.length === 0) return []
  const saved = profiles.map(({ publicId: value, billing }) => ({
    value,
    label: billingText(billing),
  }))
  return [...saved, { value: NEW_BILLING, label: t('shop-quotes.quotes.accept.other_billing') }]
}

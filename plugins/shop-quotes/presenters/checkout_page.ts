import type { HttpContext } from '@adonisjs/core/http'
import { signedInCustomer } from '#core/accounts'
import { randomId, urlFor } from '#core/platform'
import { setting } from '#core/settings'
import type { FieldErrors } from '#core/web'
import type { BillingProfile } from '#plugins/shop-quotes/models/billing_profile'
import {
  presentBillingForm,
  type BillingValues,
} from '#plugins/shop-quotes/presenters/billing_form'
import { billedName, billedTo } from '#plugins/shop-quotes/presenters/billed_to'
import { cartHref } from '#plugins/shop-quotes/presenters/cart_page'
import type { ReadBilling } from '#plugins/shop-quotes/presenters/read_billing'
import { billingProfilesOf } from '#plugins/shop-quotes/queries/billing_profiles'
import type { Checkout } from '#plugins/shop-quotes/presenters/own_checkout'
import { sellerCountry } from '#plugins/shop-quotes/settings'

type Sent = { read?: ReadBilling; errors?: FieldErrors }

/** S5, step 2 of 3: to whom the order is billed, one of the saved profiles or a new one. */
export async function renderCheckout(
  ctx: HttpContext,
  { userId, cart }: Checkout,
  sent: Sent = {}
) {
  const { i18n } = ctx
  const errors = { ...sent.read?.errors, ...sent.errors }
  if (Object.keys(errors).length > 0) ctx.response.status(422)
  const profiles = await billingProfilesOf(userId)
  const isNew =
    profiles.length === 0 || sent.read !== undefined || ctx.request.input('with') === 'new'
  const form = isNew
    ? presentBillingForm(ctx, sent.read?.values ?? (await firstValues(ctx)), errors)
    : null
  const chosen = profiles.find(({ id }) => id === cart.own?.billingProfileId) ?? profiles[0]
  return ctx.view.render('shop_quotes::pages/checkout', {
    title: i18n.t('shop-quotes.checkout.billing.title'),
    back:
      isNew && profiles.length > 0
        ? { href: urlFor('shop-quotes.checkout.edit') }
        : { href: cartHref('buy'), label: i18n.t('shop-quotes.cart.titles.buy') },
    action: urlFor('shop-quotes.checkout.update'),
    hidden: { form_key: randomId() },
    form,
    profiles: profiles.map((profile) => optionOf(ctx, profile)),
    chosen: chosen?.publicId,
    newHref: urlFor('shop-quotes.checkout.edit', {}, { with: 'new' }),
    errors,
  })
}

const optionOf = (ctx: HttpContext, { publicId: value, billing }: BillingProfile) => ({
  ...{ value, label: billedName(billing) },
  hint: billedTo(ctx, billing).slice(1).join(' · '),
})

/** What is known of whoever is signed in. */
export async function firstValues(ctx: HttpContext): Promise<BillingValues> {
  const { firstName: first_name, lastName: last_name } = signedInCustomer(ctx)
  return { kind: 'person', country: await setting(sellerCountry), typed: { first_name, last_name } }
}

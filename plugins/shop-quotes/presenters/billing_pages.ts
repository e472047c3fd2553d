import { Exception } from '@adonisjs/core/exceptions'
import type { HttpContext } from '@adonisjs/core/http'
import { renderAccount, signedInCustomer } from '#core/accounts'
import { randomId, urlFor } from '#core/platform'
import type { FieldErrors } from '#core/web'
import type { BillingProfile } from '#plugins/shop-quotes/models/billing_profile'
import { presentBillingForm } from '#plugins/shop-quotes/presenters/billing_form'
import { billedName, billedTo } from '#plugins/shop-quotes/presenters/billed_to'
import { firstValues } from '#plugins/shop-quotes/presenters/checkout_page'
import { valuesOf, type ReadBilling } from '#plugins/shop-quotes/presenters/read_billing'
import {
  billingProfileOf,
  billingProfilesOf,
  MOST_PROFILES,
} from '#plugins/shop-quotes/queries/billing_profiles'

const PUBLIC_ID = /^[\w-]{22}$/

/** The profile in the address, of whoever is signed in; another person's is not there. */
export async function profileOf(ctx: HttpContext): Promise<BillingProfile> {
  const { id: userId } = signedInCustomer(ctx)
  const id: string = ctx.params.id
  const found = PUBLIC_ID.test(id) ? await billingProfileOf(userId, id) : null
  if (!found) throw new Exception('No such billing data of this person', { status: 404 })
  return found
}

const presentProfile = (
  ctx: HttpContext,
  { publicId: id, billing, isDefault }: BillingProfile
) => ({
  ...{ id, isDefault, lines: billedTo(ctx, billing) },
  name: billedName(billing),
})

/** S12: to whom papers are made out. */
export async function renderProfiles(ctx: HttpContext) {
  const profiles = await billingProfilesOf(signedInCustomer(ctx).id)
  return renderAccount(ctx, 'shop_quotes::pages/billing', {
    title: ctx.i18n.t('shop-quotes.checkout.profiles.title'),
    profiles: profiles.map((profile) => presentProfile(ctx, profile)),
    mayAdd: profiles.length < MOST_PROFILES,
  })
}

type Form = {
  profile: BillingProfile | null
  read?: ReadBilling
  errors?: FieldErrors
  isMeanwhile?: boolean
}

/** The form of a profile, with what was typed and what was wrong with it. */
export async function renderProfileForm(
  ctx: HttpContext,
  { profile, read, errors: more, isMeanwhile }: Form
) {
  const t = (key: string) => ctx.i18n.t(`shop-quotes.checkout.profiles.${key}`)
  const errors = { ...read?.errors, ...more }
  if (Object.keys(errors).length > 0) ctx.response.status(422)
  if (isMeanwhile) {
    ctx.response.status(409)
    ctx.notices.push({ tone: 'warning', text: t('meanwhile') })
  }
  const known = profile ? valuesOf(profile.billing) : await firstValues(ctx)
  return renderAccount(ctx, 'shop_quotes::pages/billing_form', {
    title: t(profile ? 'edit' : 'add'),
    back: { href: urlFor('shop-quotes.billing.index'), label: t('title') },
    action: profile
      ? urlFor('shop-quotes.billing.update', { id: profile.publicId })
      : urlFor('shop-quotes.billing.store'),
    hidden: profile ? { version: profile.version } : { form_key: randomId() },
    form: presentBillingForm(ctx, read?.values ?? known, errors),
    errors,
  })
}

export const renderProfileRemoval = (ctx: HttpContext, profile: BillingProfile) =>
  renderAccount(ctx, 'shop_quotes::pages/billing_removal', {
    title: ctx.i18n.t('shop-quotes.checkout.profiles.removal.title'),
    back: {
      href: urlFor('shop-quotes.billing.index'),
      label: ctx.i18n.t('shop-quotes.checkout.profiles.title'),
    },
    profile: presentProfile(ctx, profile),
  })

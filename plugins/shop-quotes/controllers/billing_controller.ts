import type { HttpContext } from '@adonisjs/core/http'
import { leadToAccount, signedInCustomer } from '#core/accounts'
import { urlFor } from '#core/platform'
import { throttle } from '#core/web'
import { changeBilling, keepBilling } from '#plugins/shop-quotes/actions/keep_billing'
import { WRITE_LIMIT } from '#plugins/shop-quotes/limits'
import {
  profileOf,
  renderProfileForm,
  renderProfiles,
} from '#plugins/shop-quotes/presenters/billing_pages'
import { readBilling } from '#plugins/shop-quotes/presenters/read_billing'
import {
  storeBillingValidator,
  updateBillingValidator,
} from '#plugins/shop-quotes/validators/billing'

/** S12: billing data that are kept for the next order, several of one person. */
export default class BillingController {
  async index(ctx: HttpContext) {
    return renderProfiles(ctx)
  }

  async create(ctx: HttpContext) {
    signedInCustomer(ctx)
    return renderProfileForm(ctx, { profile: null })
  }

  async store(ctx: HttpContext) {
    const { id: userId } = signedInCustomer(ctx)
    const read = await readBilling(ctx)
    if (!read.billing) return renderProfileForm(ctx, { profile: null, read })
    await throttle(ctx, WRITE_LIMIT, { key: String(userId) })
    const { form_key: formKey } = await ctx.request.validateUsing(storeBillingValidator)
    const kept = await keepBilling({ userId, billing: read.billing, formKey })
    if (kept.ok) return this.#kept(ctx)
    const errors = { kind: ctx.i18n.t('shop-quotes.checkout.billing.too_many') }
    return renderProfileForm(ctx, { profile: null, read, errors })
  }

  async edit(ctx: HttpContext) {
    return renderProfileForm(ctx, { profile: await profileOf(ctx) })
  }

  async update(ctx: HttpContext) {
    const profile = await profileOf(ctx)
    const { version } = await ctx.request.validateUsing(updateBillingValidator)
    const read = await readBilling(ctx)
    if (!read.billing) return renderProfileForm(ctx, { profile, read })
    if (await changeBilling({ id: profile.id, version }, read.billing)) return this.#kept(ctx)
    return renderProfileForm(ctx, { profile: await profileOf(ctx), read, isMeanwhile: true })
  }

  #kept(ctx: HttpContext) {
    const text = ctx.i18n.t('shop-quotes.checkout.profiles.kept')
    leadToAccount(ctx, urlFor('shop-quotes.billing.index'), { tone: 'success', text })
  }
}

import type { HttpContext } from '@adonisjs/core/http'
import { leadToAccount } from '#core/accounts'
import { urlFor } from '#core/platform'
import { removeBilling } from '#plugins/shop-quotes/actions/keep_billing'
import { profileOf, renderProfileRemoval } from '#plugins/shop-quotes/presenters/billing_pages'

/** Orders keep their copy. */
export default class BillingRemovalsController {
  async create(ctx: HttpContext) {
    return renderProfileRemoval(ctx, await profileOf(ctx))
  }

  async store(ctx: HttpContext) {
    await removeBilling(await profileOf(ctx))
    const text = ctx.i18n.t('shop-quotes.checkout.profiles.removed')
    leadToAccount(ctx, urlFor('shop-quotes.billing.index'), { tone: 'success', text })
  }
}

import type { HttpContext } from '@adonisjs/core/http'
import { leadToAccount } from '#core/accounts'
import { urlFor } from '#core/platform'
import { preferBilling } from '#plugins/shop-quotes/actions/keep_billing'
import { profileOf } from '#plugins/shop-quotes/presenters/billing_pages'

/** Which of them checkout offers first. */
export default class DefaultBillingController {
  async update(ctx: HttpContext) {
    await preferBilling(await profileOf(ctx))
    const text = ctx.i18n.t('shop-quotes.checkout.profiles.preferred')
    leadToAccount(ctx, urlFor('shop-quotes.billing.index'), { tone: 'success', text })
  }
}

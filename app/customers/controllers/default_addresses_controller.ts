import type { HttpContext } from '@adonisjs/core/http'
import { leadToAccount, signedInCustomer } from '#core/accounts'
import { urlFor } from '#core/platform'
import { chooseDefaultAddress } from '#app/customers/actions/choose_default_address'
import { addressOf } from '#app/customers/queries/addresses_of'

/** Which address of a customer is taken where nothing else is said. */
export default class DefaultAddressesController {
  async update(ctx: HttpContext) {
    await chooseDefaultAddress(await addressOf(signedInCustomer(ctx).id, ctx.params.id))
    const text = ctx.i18n.t('customers.addresses.default_chosen')
    return leadToAccount(ctx, urlFor('customers.addresses.index'), { tone: 'success', text })
  }
}

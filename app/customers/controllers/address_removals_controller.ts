import type { HttpContext } from '@adonisjs/core/http'
import { leadToAccount, renderAccount, signedInCustomer } from '#core/accounts'
import { urlFor } from '#core/platform'
import { removeAddress } from '#app/customers/actions/remove_address'
import { presentAddress } from '#app/customers/presenters/addresses'
import { addressOf } from '#app/customers/queries/addresses_of'

/** Taking an address away, after a look at it. */
export default class AddressRemovalsController {
  async create(ctx: HttpContext) {
    const address = await addressOf(signedInCustomer(ctx).id, ctx.params.id)
    return renderAccount(ctx, 'customers/pages/address_removal', {
      title: ctx.i18n.t('customers.addresses.removal.title'),
      id: address.publicId,
      address: presentAddress(address, ctx.locale),
    })
  }

  async store(ctx: HttpContext) {
    await removeAddress(await addressOf(signedInCustomer(ctx).id, ctx.params.id))
    const text = ctx.i18n.t('customers.addresses.removed')
    return leadToAccount(ctx, urlFor('customers.addresses.index'), { tone: 'success', text })
  }
}

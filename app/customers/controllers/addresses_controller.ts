import type { HttpContext } from '@adonisjs/core/http'
import { leadToAccount, renderAccount, signedInCustomer } from '#core/accounts'
import { urlFor } from '#core/platform'
import { firstOfEach } from '#core/web'
import { addAddress } from '#app/customers/actions/add_address'
import { changeAddress } from '#app/customers/actions/change_address'
import { MOST_ADDRESSES } from '#app/customers/domain/address_lines'
import type { Address } from '#app/customers/models/address'
import { presentAddresses, presentAddressForm } from '#app/customers/presenters/addresses'
import { addressesOf, addressOf } from '#app/customers/queries/addresses_of'
import { addressValidator } from '#app/customers/validators/address'

/** A customer's own postal addresses. */
export default class AddressesController {
  async index(ctx: HttpContext) {
    const { id } = signedInCustomer(ctx)
    const page = presentAddresses(ctx, await addressesOf(id))
    return renderAccount(ctx, 'customers/pages/addresses', page)
  }

  async create(ctx: HttpContext) {
    signedInCustomer(ctx)
    return this.#form(ctx, { address: null, errors: {} })
  }

  async store(ctx: HttpContext) {
    const { id: userId } = signedInCustomer(ctx)
    const [error, form] = await ctx.request.tryValidateUsing(addressValidator)
    if (error) return this.#form(ctx, { address: null, errors: firstOfEach(error.messages) })
    const { form_key: formKey = '', ...fields } = form
    const added = await addAddress({ userId, values: valuesOf(fields), formKey })
    if (added.ok) return this.#leave(ctx)
    const text = ctx.i18n.t('customers.addresses.too_many', { most: MOST_ADDRESSES })
    return leadToAccount(ctx, urlFor('customers.addresses.index'), { tone: 'warning', text })
  }

  async edit(ctx: HttpContext) {
    return this.#form(ctx, { address: await this.#own(ctx), errors: {} })
  }

  async update(ctx: HttpContext) {
    const address = await this.#own(ctx)
    const [error, form] = await ctx.request.tryValidateUsing(addressValidator)
    if (error) return this.#form(ctx, { address, errors: firstOfEach(error.messages) })
    const { id, userId } = address
    const seenVersion = form.version ?? 0
    const changed = await changeAddress({ userId, id, seenVersion, values: valuesOf(form) })
    if (changed.ok) return this.#leave(ctx)
    const now = await this.#own(ctx)
    return this.#form(ctx, { address: now, errors: {}, changedMeanwhile: true })
  }

  #own(ctx: HttpContext): Promise<Address> {
    return addressOf(signedInCustomer(ctx).id, ctx.params.id)
  }

  #leave(ctx: HttpContext) {
    const text = ctx.i18n.t('customers.addresses.saved')
    return leadToAccount(ctx, urlFor('customers.addresses.index'), { tone: 'success', text })
  }

  async #form(ctx: HttpContext, form: Parameters<typeof presentAddressForm>[1]) {
    if (form.changedMeanwhile) ctx.response.status(409)
    if (Object.keys(form.errors).length > 0) ctx.response.status(422)
    return renderAccount(ctx, 'customers/pages/address', presentAddressForm(ctx, form))
  }
}

type Fields = Awaited<ReturnType<typeof addressValidator.validate>>

const valuesOf = ({ label, recipient, street, addition, postal_code, city, country }: Fields) => ({
  ...{ label: label ?? null, recipient, street, addition: addition ?? null },
  ...{ postalCode: postal_code, city, country },
})

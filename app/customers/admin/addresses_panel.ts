import type { Panel, Viewer } from '#core/admin'
import type { Customer } from '#app/customers/models/customer'
import { presentAddress } from '#app/customers/presenters/addresses'
import { addressesOf } from '#app/customers/queries/addresses_of'

/** The postal addresses that the person keeps in their account. */
export const addressesPanel: Panel<Customer> = {
  id: 'addresses',
  view: 'admin/customers/addresses',
  data: presentAccountAddresses,
}

async function presentAccountAddresses({ userId }: Customer, { locale }: Viewer) {
  const addresses = userId === null ? [] : await addressesOf(userId)
  if (addresses.length === 0) return null
  return { addresses: addresses.map((address) => presentAddress(address, locale)) }
}

import { audit } from '#core/audit'
import type { Locale } from '#core/organisation'
import type { Actor, Trx } from '#core/platform'
import { Customer } from '#app/customers/models/customer'

export type NewCustomer = {
  firstName: string
  lastName: string
  email?: string | null
  phone?: string | null
  locale: Locale
  /** The account, when the person was signed in. */
  userId?: number | null
  actor: Actor
}

/**
 * Always a new record. The same address may be two people's (a couple, a parent booking for a
 * child), and whoever types a stranger's address must not learn or change what is stored under
 * it; staff join records knowingly. `guestCustomer` takes a record again where that is safe.
 */
export async function createCustomer(trx: Trx, input: NewCustomer): Promise<Customer> {
  const customer = await Customer.create(
    {
      firstName: input.firstName.trim(),
      lastName: input.lastName.trim(),
      email: input.email?.trim().toLowerCase() || null,
      phone: input.phone?.trim() || null,
      locale: input.locale,
      userId: input.userId ?? null,
    },
    { client: trx }
  )
  await audit(trx, {
    actor: input.actor,
    action: 'customers.created',
    object: 'customers.customer',
    objectId: customer.id,
  })
  return customer
}

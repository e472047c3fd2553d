import type { Trx } from '#core/platform'
import { createCustomer, type NewCustomer } from '#app/customers/actions/create_customer'
import { Customer } from '#app/customers/models/customer'

/**
 * The record of a signed-in person under this name and address, else a further one of theirs:
 * whoever books for a child does so under the child's name.
 */
export async function ownCustomer(
  trx: Trx,
  input: NewCustomer & { userId: number }
): Promise<Customer> {
  const { userId, firstName, lastName, email } = input
  const known = await Customer.query({ client: trx })
    .where({ userId, firstName: firstName.trim(), lastName: lastName.trim() })
    .where('email', email?.trim().toLowerCase() ?? '')
    .orderBy('id')
    .forUpdate()
    .first()
  return known ?? createCustomer(trx, input)
}

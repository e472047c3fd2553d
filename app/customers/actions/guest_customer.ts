import type { Trx } from '#core/platform'
import { createCustomer, type NewCustomer } from '#app/customers/actions/create_customer'
import { withoutHealthRecords } from '#app/customers/actions/join_records'
import { isSamePerson } from '#app/customers/domain/same_person'
import { Customer } from '#app/customers/models/customer'

/**
 * The record of a guest who was here before under the same name and address, else a new one. Only
 * staff see that it is the same: nothing stored is shown to the guest or changed by them, and a
 * record of an account or with health records is never taken, whatever is typed.
 */
export async function guestCustomer(trx: Trx, input: NewCustomer): Promise<Customer> {
  const email = input.email?.trim().toLowerCase()
  if (!email) return createCustomer(trx, input)
  const { where, owners } = withoutHealthRecords()
  const known = await Customer.query({ client: trx })
    .whereRaw(`email = ? and user_id is null${where}`, [email, ...owners])
    .orderBy('id')
    .forUpdate()
  return known.find((one) => isSamePerson(one, input)) ?? createCustomer(trx, input)
}

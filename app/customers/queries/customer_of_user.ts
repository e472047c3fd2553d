import { Customer } from '#app/customers/models/customer'

/** The first record of a signed-in person, null until something was done for them. */
export async function customerOfUser(userId: number): Promise<Customer | null> {
  return Customer.query().where({ userId }).orderBy('id').first()
}

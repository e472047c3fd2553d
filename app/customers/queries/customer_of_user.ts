import { Customer } from '#app/customers/models/customer'

/** The record of a signed-in person, null until something was done for them. */
export async function customerOfUser(userId: number): Promise<Customer | null> {
  return Customer.findBy('userId', userId)
}

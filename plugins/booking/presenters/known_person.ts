import type { HttpContext } from '@adonisjs/core/http'
import { signedInUser } from '#core/accounts'
import { customerOfUser } from '#core/customers'
import type { Details, Draft } from '#plugins/booking/models/draft'

type Person = Pick<Details, 'firstName' | 'lastName' | 'email' | 'phone'>

/** What the form starts with: what was typed, else what is known of a signed-in customer. */
export async function knownPerson(ctx: HttpContext, draft: Draft): Promise<Person> {
  const { firstName, lastName, email, phone } = draft
  const typed = { firstName, lastName, email, phone }
  if (Object.values(typed).some((value) => value !== null)) return typed
  const user = await signedInUser(ctx)
  // Staff book for themselves like anybody else; for customers they use the desk.
  if (!user || user.isStaff) return typed
  const known = await customerOfUser(user.id)
  return {
    firstName: known?.firstName ?? user.firstName,
    lastName: known?.lastName ?? user.lastName,
    email: known?.email ?? user.email,
    phone: known?.phone ?? null,
  }
}

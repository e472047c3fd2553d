import { currentOrganisation } from '#core/organisation'
import { passwordRefusal, type PasswordRefusal } from '#app/accounts/domain/passwords'
import type { User } from '#app/accounts/models/user'

const PRODUCT = 'sportello'

type Person = Pick<User, 'kind' | 'email' | 'firstName' | 'lastName'>

/**
 * Applies the rules for passwords with the words that anybody can guess for this person.
 * @param organisation its name, where it is not yet stored
 */
export async function passwordRefusalFor(
  person: Person,
  password: string,
  organisation?: string
): Promise<PasswordRefusal | null> {
  const name = organisation ?? (await currentOrganisation()).name
  const words = [PRODUCT, name, person.email, person.firstName, person.lastName]
  return passwordRefusal(password, person.kind, words)
}

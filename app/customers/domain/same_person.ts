import { fold } from '#app/customers/domain/fold'

type Typed = { firstName: string; lastName: string; phone?: string | null }

const digits = (phone: string) => phone.replace(/\D/g, '')

/**
 * Whether somebody who typed this is the person of the record: the same name, however it is
 * accented, and no other phone number than the stored one.
 */
export function isSamePerson(known: Typed, typed: Typed): boolean {
  const name = ({ firstName, lastName }: Typed) => fold(`${firstName} ${lastName}`)
  if (name(known) !== name(typed)) return false
  const phone = digits(typed.phone ?? '')
  return phone === '' || phone === digits(known.phone ?? '')
}

import type { Trx } from '#core/platform'
import { appointmentNumber, isTicketLetter } from '#app/numbering/domain/appointment_number'
import { RefusedLetterException } from '#app/numbering/exceptions'
import { nextInSequence } from '#app/numbering/actions/next_in_sequence'

/** The next number of a location, local day and letter, e.g. `AA042` (Q2). Never reused. */
export async function allotAppointmentNumber(
  trx: Trx,
  { locationId, day, letter }: { locationId: number; day: string; letter: string }
): Promise<string> {
  if (!isTicketLetter(letter)) throw new RefusedLetterException(letter)
  const count = await nextInSequence(trx, `appointment:${locationId}:${day}:${letter}`)
  return appointmentNumber(letter, count)
}

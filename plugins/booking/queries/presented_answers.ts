import { formVersion, presentAnswers, type PresentedAnswer } from '#core/forms'
import type { Locale } from '#core/organisation'
import { Appointment } from '#plugins/booking/models/appointment'

/** What the customer answered, against the version of the form that they saw. */
export async function presentedAnswers(
  reservationId: number,
  locale: Locale
): Promise<PresentedAnswer[]> {
  const appointment = await Appointment.findBy({ reservationId })
  if (!appointment?.formVersionId) return []
  const version = await formVersion(appointment.formVersionId)
  if (!version) return []
  return presentAnswers(version.fields, appointment.answers, locale).filter(({ value }) => value)
}

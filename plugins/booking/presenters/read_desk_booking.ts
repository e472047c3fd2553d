import type { HttpContext } from '@adonisjs/core/http'
import type { Infer } from '@vinejs/vine/types'
import { firstOfEach } from '#core/web'
import { readAnswers, type ReadAnswers } from '#plugins/booking/presenters/read_details'
import type { Offer } from '#plugins/booking/queries/offers'
import { storeDeskBookingValidator } from '#plugins/booking/validators/desk_booking'

type Form = Infer<typeof storeDeskBookingValidator>

export type ReadDeskBooking = ReadAnswers & {
  /** What was posted; null while something is wrong with it. */
  form: Form | null
}

/** Reads the desk's form: person, time and the answers to the service's own questions. */
export async function readDeskBooking(
  ctx: HttpContext,
  offer: Offer | null
): Promise<ReadDeskBooking> {
  const read = await readAnswers(ctx, offer?.service.formId ?? null)
  const [error, form] = await ctx.request.tryValidateUsing(storeDeskBookingValidator)
  const errors = firstOfEach(error?.messages ?? [])
  if (!offer) errors.offer = ctx.i18n.t('booking.services.not_there')
  if (errors.starts_at) errors.starts_at = ctx.i18n.t('booking.admin.book.choose_time')
  Object.assign(errors, read.errors)
  return { ...read, errors, form: Object.keys(errors).length > 0 ? null : form }
}

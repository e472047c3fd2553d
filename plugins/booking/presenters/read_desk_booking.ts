import type { HttpContext } from '@adonisjs/core/http'
import type { Infer } from '@vinejs/vine/types'
import { firstOfEach } from '#core/web'
import { readAnswers, type ReadAnswers } from '#plugins/booking/presenters/read_details'
import type { Offer } from '#plugins/booking/queries/offers'
import {
  storeCallerValidator,
  storeDeskBookingValidator,
} from '#plugins/booking/validators/desk_booking'

type Form = Infer<typeof storeDeskBookingValidator>
export type Caller = Infer<typeof storeCallerValidator>

export type ReadDeskBooking = ReadAnswers & {
  /** What was posted; null while something is wrong with it. */
  form: Form | null
  /** Somebody new; null when a known customer was chosen. */
  caller: Caller | null
}

/** Reads the desk's form: person, time and the answers to the service's own questions. */
export async function readDeskBooking(
  ctx: HttpContext,
  offer: Offer | null,
  { isKnown }: { isKnown: boolean }
): Promise<ReadDeskBooking> {
  const read = await readAnswers(ctx, offer?.service.formId ?? null)
  const [wrongForm, form] = await ctx.request.tryValidateUsing(storeDeskBookingValidator)
  const [wrongCaller, caller] = isKnown
    ? [null, null]
    : await ctx.request.tryValidateUsing(storeCallerValidator)
  const errors = firstOfEach([...(wrongCaller?.messages ?? []), ...(wrongForm?.messages ?? [])])
  if (!offer) errors.offer = ctx.i18n.t('booking.services.not_there')
  if (errors.starts_at) errors.starts_at = ctx.i18n.t('booking.admin.book.choose_time')
  Object.assign(errors, read.errors)
  const isWrong = Object.keys(errors).length > 0
  return { ...read, errors, form: isWrong ? null : form, caller }
}

/** What was answered so far, for a page that is shown again before anything is booked. */
export async function typedAtDesk(ctx: HttpContext, offer: Offer | null): Promise<ReadAnswers> {
  const read = await readAnswers(ctx, offer?.service.formId ?? null)
  return { ...read, errors: {}, answerErrors: {} }
}

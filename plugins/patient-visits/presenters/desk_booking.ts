import type { HttpContext } from '@adonisjs/core/http'
import { renderPanel } from '#core/admin'
import type { Customer } from '#core/customers'
import { LOCALE_NAMES, LOCALES } from '#core/organisation'
import { randomId, urlFor } from '#core/platform'
import { localDateOf, monthOfTimes, presentCalendar, wallTime } from '#core/scheduling'
import { offerGroups, offersAtDesk, wordOf } from '#plugins/patient-visits/presenters/desk_offer'
import { presentDeskPatient } from '#plugins/patient-visits/presenters/desk_patient'
import { doctorIn, whoOf } from '#plugins/patient-visits/presenters/what_and_who'
import type { VisitOffer } from '#plugins/patient-visits/queries/visit_offers'

export type DeskPage = {
  /** Who was chosen; null while somebody is looked for. */
  patient: Customer | null
  /** As the address or the form says, unchecked. */
  input: Readonly<Record<string, unknown>>
  errors?: Record<string, string>
  status?: number
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '')

/** V1 at the desk: the patient, then type, unit and doctor, then day and time. */
export async function renderDeskBooking(ctx: HttpContext, page: DeskPage) {
  const { input, patient, errors = {}, status } = page
  const { own, asked } = await offersAtDesk(ctx, input.offer)
  const offer = asked ?? own.at(0) ?? null
  if (status) ctx.response.status(status)
  return renderPanel(ctx, 'patient_visits::admin/book', {
    title: ctx.i18n.t('patient-visits.admin.book.title'),
    ...(await presentDeskPatient(ctx, input, patient)),
    groups: offerGroups(ctx, own),
    chooseAction: urlFor('patient-visits.desk_bookings.create'),
    action: urlFor('patient-visits.desk_bookings.store'),
    errors,
    offer: offer && wordOf(offer),
    ...(offer && patient ? await presentTimes(ctx, offer, page) : { calendar: null }),
    languages: LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value] })),
    language: textOf(input.locale) || (patient?.locale ?? ctx.organisation.defaultLocale),
    formKey: textOf(input.form_key) || randomId(),
  })
}

async function presentTimes(ctx: HttpContext, offer: VisitOffer, { input, patient }: DeskPage) {
  const { zone } = offer.location
  const doctor = doctorIn(offer, input)
  const startsAt = /^\d{9,13}$/.test(textOf(input.starts_at)) ? Number(input.starts_at) : null
  const day = startsAt === null ? input.day : localDateOf(zone, startsAt)
  const wish = { offer, audience: 'staff', month: input.month, day } as const
  const times = await monthOfTimes({ ...wish, resourceId: doctor?.id })
  const fields = {
    customer: String(patient!.id),
    offer: wordOf(offer),
    doctor: doctor?.publicId ?? '',
  }
  const route = { name: 'patient-visits.desk_bookings.create', params: {} }
  const shown = times.days.find((one) => one.day === times.selected)
  const free = shown?.starts.filter((start) => start.free) ?? []
  const options = free.map((start) => ({ value: String(start.startsAt), label: wallTime(start) }))
  return {
    who: whoOf(ctx, offer, doctor),
    fields,
    calendar: presentCalendar(ctx, { ...times, offer, query: fields, route, action: '' }),
    times: options,
    startsAt: String(startsAt),
    isGone: startsAt !== null && !options.some(({ value }) => value === String(startsAt)),
  }
}

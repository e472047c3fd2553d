import type { HttpContext } from '@adonisjs/core/http'
import { renderPanel, viewerOf } from '#core/admin'
import { formFor, presentFields } from '#core/forms'
import { formats, LOCALE_NAMES, LOCALES, translated } from '#core/organisation'
import { urlFor } from '#core/platform'
import { localDateOf } from '#core/scheduling'
import { presentCalendar } from '#plugins/booking/presenters/calendar_page'
import { wallTime } from '#plugins/booking/presenters/day'
import type { FieldErrors, ReadAnswers } from '#plugins/booking/presenters/read_details'
import { monthOfTimes } from '#plugins/booking/queries/month_of_times'
import { offers, type Offer } from '#plugins/booking/queries/offers'

type DeskPage = {
  /** As the address or the form says, unchecked. */
  input: Record<string, unknown>
  errors: FieldErrors
  read?: ReadAnswers
  /** Somebody was faster: the times are shown again, the person is kept. */
  taken?: boolean
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '')

/** `stuttgart/fitting`: a service at a place, as one choice. */
const wordOf = ({ location, service }: Offer) => `${location.slug}/${service.slug}`

/** What this member of staff may book: every active service at the locations they work for. */
export async function deskOffers(ctx: HttpContext): Promise<Offer[]> {
  const { locationIds } = await viewerOf(ctx)
  const all = await offers('staff')
  return all.filter(({ location }) => locationIds === null || locationIds.includes(location.id))
}

export const offerNamed = (all: Offer[], word: unknown): Offer | null =>
  all.find((offer) => wordOf(offer) === word) ?? null

/** B12: the desk's booking page: service, day, time and person side by side. */
export async function renderDeskBooking(ctx: HttpContext, page: DeskPage) {
  const all = await deskOffers(ctx)
  const offer = offerNamed(all, page.input.offer) ?? all[0] ?? null
  if (page.taken) ctx.response.status(409)
  else if (Object.keys(page.errors).length > 0) ctx.response.status(422)
  return renderPanel(ctx, 'booking::admin/book', {
    title: ctx.i18n.t('booking.admin.book.title'),
    offers: all.map((one) => ({
      value: wordOf(one),
      label: `${translated(one.service.name, ctx.locale)} – ${one.location.name}`,
    })),
    offer: offer && wordOf(offer),
    chooseAction: urlFor('booking.desk_bookings.create'),
    action: urlFor('booking.desk_bookings.store'),
    taken: page.taken ?? false,
    errors: page.errors,
    ...(offer ? await presentTimes(ctx, offer, page.input) : { month: null }),
    ...(offer ? await presentPerson(ctx, offer, page) : {}),
  })
}

async function presentTimes(ctx: HttpContext, offer: Offer, input: DeskPage['input']) {
  const startsAt = Number(input.starts_at)
  const chosenDay = startsAt > 0 ? localDateOf(offer.location.zone, startsAt) : input.day
  const wish = { offer, audience: 'staff', month: input.month, day: chosenDay } as const
  const times = await monthOfTimes(wish)
  const keep = { offer: wordOf(offer) }
  const route = { name: 'booking.desk_bookings.create', params: {} }
  const { month } = presentCalendar(ctx, { ...times, offer, keep, route, action: '' })
  const day = times.days.find((one) => one.day === times.selected)
  const written = formats(ctx.locale, offer.location.zone)
  return {
    month,
    day: day ? written.dayWeekdayDate(day.day) : null,
    times: (day?.starts ?? [])
      .filter(({ free }) => free)
      .map((start) => ({ value: String(start.startsAt), label: wallTime(start) })),
    startsAt: textOf(input.starts_at),
  }
}

async function presentPerson(ctx: HttpContext, offer: Offer, { input, read }: DeskPage) {
  const form = offer.service.formId === null ? null : await formFor(offer.service.formId)
  const answers = read?.answers ?? {}
  return {
    values: {
      firstName: textOf(input.first_name),
      lastName: textOf(input.last_name),
      email: textOf(input.email),
      phone: textOf(input.phone),
    },
    language: textOf(input.locale) || ctx.organisation.defaultLocale,
    languages: LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value] })),
    fields: presentFields(form?.fields ?? [], answers, read?.answerErrors ?? {}, ctx.locale),
  }
}

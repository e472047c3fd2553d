import type { HttpContext } from '@adonisjs/core/http'
import { assertVisible } from '#core/accounts'
import { renderPanel, viewerOf } from '#core/admin'
import type { Customer } from '#core/customers'
import { formFor } from '#core/forms'
import { LOCALE_NAMES, LOCALES, translated } from '#core/organisation'
import { randomId, urlFor } from '#core/platform'
import { presentDeskTimes } from '#plugins/booking/presenters/desk_times'
import { presentQuestions } from '#plugins/booking/presenters/questions'
import { presentDeskCustomer } from '#plugins/booking/presenters/desk_customer'
import type { ReadAnswers } from '#plugins/booking/presenters/read_details'
import { offers, type Offer } from '#plugins/booking/queries/offers'

type DeskPage = {
  /** Who was chosen; null for somebody new. */
  customer: Customer | null
  /** As the address or the form says, unchecked. */
  input: Record<string, unknown>
  /** What was posted and refused. */
  read?: ReadAnswers
  /** Somebody was faster: other times are shown, the person is kept. */
  taken?: boolean
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '')

/** `stuttgart/fitting`: a service at a place, as one choice. */
const wordOf = ({ location, service }: Offer) => `${location.slug}/${service.slug}`

/** The offer that a form names; null when there is none. One of another location is a 404. */
export async function offerAtDesk(ctx: HttpContext, word: unknown): Promise<Offer | null> {
  return named(ctx, await offers('staff'), word)
}

async function named(
  ctx: HttpContext,
  all: readonly Offer[],
  word: unknown
): Promise<Offer | null> {
  const offer = all.find((one) => wordOf(one) === word)
  if (offer) await assertVisible(ctx.auth.use('web').getUserOrFail(), offer.location.id)
  return offer ?? null
}

/** Those at the locations that this member of staff works for. */
async function within(ctx: HttpContext, all: readonly Offer[]): Promise<readonly Offer[]> {
  const { locationIds } = await viewerOf(ctx)
  return all.filter(({ location }) => locationIds === null || locationIds.includes(location.id))
}

/** B12: the desk's booking page: service, day, time and person side by side. */
export async function renderDeskBooking(ctx: HttpContext, page: DeskPage) {
  const { input, read, customer, taken = false } = page
  const every = await offers('staff')
  const own = await within(ctx, every)
  const asked = await named(ctx, every, input.offer)
  const offer = asked ?? own[0] ?? null
  const errors = { ...read?.errors }
  if (!asked && input.offer) errors.offer = ctx.i18n.t('booking.services.not_there')
  if (taken) ctx.response.status(409)
  else if (Object.keys(errors).length > 0) ctx.response.status(422)
  return renderPanel(ctx, 'booking::admin/book', {
    title: ctx.i18n.t('booking.admin.book.title'),
    offers: own.map((one) => ({
      value: wordOf(one),
      label: `${translated(one.service.name, ctx.locale)} – ${one.location.name}`,
    })),
    offer: offer && wordOf(offer),
    chooseAction: urlFor('booking.desk_bookings.create'),
    action: urlFor('booking.desk_bookings.store'),
    formKey: textOf(input.form_key) || randomId(),
    taken,
    errors,
    ...(offer
      ? await presentDeskTimes(ctx, { offer, keep: kept(offer, customer), input, taken })
      : {}),
    ...(await presentDeskCustomer(ctx, input, customer)),
    ...(offer ? await presentPerson(ctx, offer, page) : {}),
  })
}

/** What the days of the month keep in their addresses. */
const kept = (offer: Offer, customer: Customer | null) => ({
  offer: wordOf(offer),
  ...(customer ? { customer: String(customer.id) } : {}),
})

/** Who was just chosen decides the language; afterwards the desk does. */
const languageOf = ({ input, customer }: DeskPage) =>
  (input.choose === undefined && textOf(input.locale)) || customer?.locale

async function presentPerson(ctx: HttpContext, offer: Offer, page: DeskPage) {
  const { input, read } = page
  const form = offer.service.formId === null ? null : await formFor(offer.service.formId)
  const answers = read?.answers ?? {}
  return {
    values: {
      firstName: textOf(input.first_name),
      lastName: textOf(input.last_name),
      email: textOf(input.email),
      phone: textOf(input.phone),
    },
    language: languageOf(page) ?? ctx.organisation.defaultLocale,
    languages: LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value] })),
    ...(await presentQuestions(ctx, form?.fields ?? [], {
      answers,
      errors: read?.answerErrors ?? {},
    })),
  }
}

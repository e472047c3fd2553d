import type { HttpContext } from '@adonisjs/core/http'
import { translated } from '#core/organisation'
import { urlFor } from '#core/platform'
import { STATES } from '#plugins/booking/presenters/ticket'
import type { OwnAppointment } from '#plugins/booking/queries/own_appointments'

type Page = {
  appointments: OwnAppointment[]
  hasNext: boolean
  when: 'upcoming' | 'past'
  page: number
}

/** A table of a person's appointments, each leading to its ticket. */
export function presentOwnAppointments(ctx: HttpContext, shown: Page) {
  const { when, page, hasNext, appointments } = shown
  const t = (key: string) => ctx.i18n.t(key)
  const address = (query: { when?: string; page?: number }) => {
    return urlFor('booking.mine.index', {}, query)
  }
  const pages = { when: when === 'past' ? 'past' : undefined }
  return {
    title: t('booking.mine.title'),
    tabs: (['upcoming', 'past'] as const).map((one) => ({
      label: t(`booking.mine.${one}`),
      href: address(one === 'past' ? { when: one } : {}),
      current: one === when,
    })),
    columns: [
      { label: t('booking.fields.date'), strong: true },
      { label: t('booking.fields.service') },
      { label: t('booking.fields.place') },
      { label: t('booking.mine.number') },
      { label: t('booking.mine.state') },
    ],
    rows: appointments.map((one) => rowOf(ctx, one)),
    empty: t(`booking.mine.none_${when}`),
    bookHref: urlFor('booking.services.index'),
    previous: page > 1 ? address({ ...pages, page: page - 1 }) : null,
    next: hasNext ? address({ ...pages, page: page + 1 }) : null,
    page,
  }
}

function rowOf(ctx: HttpContext, { offer, ...appointment }: OwnAppointment) {
  const { service, location } = offer
  const written = ctx.formats(location.zone)
  const { startsAt, endsAt, publicId, number, state, outcome } = appointment
  const shown = outcome ?? state
  const label = ctx.i18n.t(`booking.states.${shown}`)
  return {
    href: urlFor('booking.mine.manage.show', { id: publicId }),
    cells: [
      {
        text: written.dayShortDate(written.localDay(startsAt)),
        note: written.timeRange(startsAt, endsAt),
      },
      translated(service.name, ctx.locale),
      location.name,
      number ?? '–',
      { text: label, badge: { state: STATES[shown], label } },
    ],
  }
}

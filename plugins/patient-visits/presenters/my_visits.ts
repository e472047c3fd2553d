import type { HttpContext } from '@adonisjs/core/http'
import { translated } from '#core/organisation'
import { urlFor } from '#core/platform'
import { badgeOf } from '#plugins/patient-visits/presenters/told_visit'
import type { ToldVisit } from '#plugins/patient-visits/queries/own_visits'

type Page = {
  visits: ToldVisit[]
  hasNext: boolean
  when: 'upcoming' | 'past'
  page: number
}

/** V1: a table of a person's visits with unit, clinic, doctor, time and state. */
export function presentMyVisits(ctx: HttpContext, { visits, hasNext, when, page }: Page) {
  const t = (key: string) => ctx.i18n.t(key)
  const address = (query: { when?: string; page?: number }) =>
    urlFor('patient-visits.mine.index', {}, query)
  const pages = { when: when === 'past' ? 'past' : undefined }
  return {
    title: t('patient-visits.mine.title'),
    tabs: (['upcoming', 'past'] as const).map((one) => ({
      label: t(`patient-visits.mine.${one}`),
      href: address(one === 'past' ? { when: one } : {}),
      current: one === when,
    })),
    columns: [
      { label: t('patient-visits.fields.date'), strong: true },
      { label: t('patient-visits.fields.type') },
      { label: t('patient-visits.fields.doctor') },
      { label: t('patient-visits.fields.unit') },
      { label: t('patient-visits.fields.state') },
    ],
    rows: visits.map((visit) => rowOf(ctx, visit)),
    empty: t(`patient-visits.mine.none_${when}`),
    bookHref: urlFor('patient-visits.types.index'),
    previous: page > 1 ? address({ ...pages, page: page - 1 }) : null,
    next: hasNext ? address({ ...pages, page: page + 1 }) : null,
  }
}

function rowOf(ctx: HttpContext, { visit, offer, doctors }: ToldVisit) {
  const { service, clinic, location } = offer
  const written = ctx.formats(location.zone)
  const { startsAt, endsAt } = visit.reservation
  const badge = badgeOf(ctx, visit.state)
  return {
    href: urlFor('patient-visits.mine.show', { id: visit.publicId }),
    cells: [
      {
        text: written.dayShortDate(written.localDay(startsAt)),
        note: written.timeRange(startsAt, endsAt),
      },
      { text: translated(service.name, ctx.locale), note: translated(clinic.name, ctx.locale) },
      doctors.join(', ') || '–',
      location.name,
      { text: badge.label, badge },
    ],
  }
}

import type { HttpContext } from '@adonisjs/core/http'
import type { Ticket } from '#core/documents'
import { mailUrl } from '#core/messaging'
import { FORMAT_LOCALES } from '#core/organisation'
import { reservationCode } from '#core/scheduling'
import { shownOf } from '#plugins/patient-visits/mails/queue'
import { badgeOf } from '#plugins/patient-visits/presenters/told_visit'
import type { ToldVisit } from '#plugins/patient-visits/queries/own_visits'

/** A visit on paper, with the code that the kiosk reads: no name, and of what kind only if shown. */
export function presentVisitFile(ctx: HttpContext, { visit, offer }: ToldVisit) {
  const { i18n, locale, organisation } = ctx
  const { reservation, publicId } = visit
  const { location } = offer
  const { startsAt, endsAt } = reservation
  const written = ctx.formats(location.zone)
  const shown = shownOf(offer, locale)
  const what = i18n.t('patient-visits.visit')
  const line = (field: string, text: string | null) =>
    text ? [{ label: i18n.t(`patient-visits.fields.${field}`), text }] : []
  const ticket: Ticket = {
    number: reservation.number ?? written.time(startsAt),
    numberLabel: i18n.t(reservation.number ? 'ui.ticket.number' : 'patient-visits.fields.time'),
    title: shown?.type ?? what,
    lines: [
      ...line('date', written.date(startsAt)),
      ...line('time', written.timeRange(startsAt, endsAt)),
      ...line('clinic', shown?.clinic ?? null),
      ...line('unit', location.name),
      ...line('address', location.address),
    ],
    state: badgeOf(ctx, visit.state).label,
    note: shown?.preparation ?? null,
    code: {
      text: reservationCode(mailUrl('patient-visits.mine.show', { id: publicId }), reservation),
      words: i18n.t('patient-visits.page.qr'),
    },
  }
  const made = {
    title: [what, reservation.number].filter(Boolean).join(' '),
    language: FORMAT_LOCALES[locale],
    organisation: organisation.name,
    at: Number(visit.updatedAt),
  }
  return { ticket, made, name: reservation.number ?? 'visit' }
}

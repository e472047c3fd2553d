import type { HttpContext } from '@adonisjs/core/http'
import { renderPanel } from '#core/admin'
import { urlFor } from '#core/platform'
import {
  localDateOf,
  presentCalendar,
  resourcesOf,
  sayPassedOver,
  timesToMove,
} from '#core/scheduling'
import type { BookedVisit } from '#plugins/patient-visits/models/booked_visit'
import { doctorIn, whatOf, whoOf } from '#plugins/patient-visits/presenters/what_and_who'
import { offerOf, type Doctor, type VisitOffer } from '#plugins/patient-visits/queries/visit_offers'

/** With whom the visit is now, of those who can be chosen. */
export async function presentDoctor(
  { sessionId }: BookedVisit,
  { doctors }: VisitOffer
): Promise<Doctor | null> {
  const occupied = (await resourcesOf([sessionId])).get(sessionId) ?? []
  return doctors.find(({ id }) => occupied.some((one) => one.id === id)) ?? null
}

/** The free times of a visit that staff move, its own counting as free. */
export async function renderDeskMove(ctx: HttpContext, visit: BookedVisit) {
  const { id, startsAt, endsAt, sequence, customer } = visit
  const offer = await offerOf(visit)
  const { zone } = offer.location
  const asked: Record<string, unknown> = ctx.request.qs()
  // With the same doctor as now, unless somebody else is asked for.
  const doctor =
    asked.doctor === undefined ? await presentDoctor(visit, offer) : doctorIn(offer, asked)
  const { month, day } = asked
  const wish = { offer, audience: 'staff', ignoring: id, month, day } as const
  const own = localDateOf(zone, startsAt)
  const times = await timesToMove({ ...wish, resourceId: doctor?.id }, own)
  sayPassedOver(ctx, times, zone)
  const query = { doctor: doctor?.publicId ?? '' }
  const params = { id: String(id) }
  const written = ctx.formats(zone)
  const now = { date: written.date(startsAt), time: written.timeRange(startsAt, endsAt) }
  return renderPanel(ctx, 'patient_visits::admin/move', {
    title: ctx.i18n.t('patient-visits.move.title'),
    back: {
      href: urlFor('patient-visits.visits.show', { id }),
      label: [visit.number, customer.name].filter(Boolean).join(' · '),
    },
    what: whatOf(ctx, offer),
    now: ctx.i18n.t('patient-visits.admin.move.now', now),
    isRequest: visit.told === 'requested',
    who: whoOf(ctx, offer, doctor),
    chooseAction: urlFor('patient-visits.desk_moves.create', params),
    // Whoever chooses from an old page is told that somebody else moved the visit.
    fields: { sequence: String(sequence), ...query },
    calendar: presentCalendar(ctx, {
      ...{ ...times, offer, query },
      route: { name: 'patient-visits.desk_moves.create', params },
      action: urlFor('patient-visits.desk_moves.store', params),
    }),
  })
}

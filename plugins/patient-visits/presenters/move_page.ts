import type { HttpContext } from '@adonisjs/core/http'
import { urlFor } from '#core/platform'
import { localDateOf, presentCalendar, sayPassedOver, timesToMove } from '#core/scheduling'
import { addressOf } from '#plugins/patient-visits/presenters/own_visit'
import { doctorIn, whatOf, whoOf } from '#plugins/patient-visits/presenters/what_and_who'
import type { ToldVisit } from '#plugins/patient-visits/queries/own_visits'

type Refused = { reason: string; startsAt: number }

const SAID = ['own_visit_then']

/** V3: the free dates of the same visit, its own time counting as free. */
export async function renderMove(ctx: HttpContext, told: ToldVisit, refused?: Refused) {
  const { visit, offer, doctors } = told
  const { zone } = offer.location
  const { startsAt, endsAt, day: own, sequence } = visit.reservation
  const asked: Record<string, unknown> = ctx.request.all()
  // With the same doctor as now, unless somebody else is asked for.
  const same = offer.doctors.find(({ name }) => name === doctors[0]) ?? null
  const doctor = asked.doctor === undefined ? same : doctorIn(offer, asked)
  const wish = { offer, audience: 'public', ignoring: visit.reservationId } as const
  const [month, day] = refused
    ? [null, localDateOf(zone, refused.startsAt)]
    : [asked.month, asked.day]
  const times = await timesToMove({ ...wish, month, day, resourceId: doctor?.id }, own)
  sayPassedOver(ctx, times, zone)
  const id = visit.publicId
  const query = { doctor: doctor?.publicId ?? '' }
  const calendar = presentCalendar(ctx, {
    ...{ ...times, offer, query },
    route: { name: 'patient-visits.moves.create', params: { id } },
    action: urlFor('patient-visits.moves.store', { id }),
  })
  const written = ctx.formats(zone)
  const now = { date: written.date(startsAt), time: written.timeRange(startsAt, endsAt) }
  if (refused) ctx.response.status(409)
  return ctx.view.render('patient_visits::pages/move', {
    title: ctx.i18n.t('patient-visits.move.title'),
    back: { href: addressOf(told) },
    what: whatOf(ctx, offer),
    now: ctx.i18n.t('patient-visits.move.now', now),
    isRequest: offer.type.confirmedBy === 'unit',
    problem: refused ? problemOf(ctx, zone, refused) : null,
    who: whoOf(ctx, offer, doctor),
    action: urlFor('patient-visits.moves.create', { id }),
    calendar: { ...calendar, fields: { sequence, ...query }, method: 'post' },
  })
}

function problemOf(ctx: HttpContext, zone: string, { reason, startsAt }: Refused): string {
  const time = ctx.formats(zone).dateTime(startsAt)
  return ctx.i18n.t(`patient-visits.move.${SAID.includes(reason) ? reason : 'taken'}`, { time })
}

import type { HttpContext } from '@adonisjs/core/http'
import { urlFor } from '#core/platform'
import { localDateOf, nearestFree } from '#core/scheduling'
import type { ChosenVisit } from '#plugins/patient-visits/presenters/check'
import { wantedParams } from '#plugins/patient-visits/presenters/wanted_visit'

const NEAREST = 3

/** Somebody was faster: the nearest times that are still free, each leading to its check. */
export async function renderTaken(ctx: HttpContext, chosen: ChosenVisit) {
  const { offer, doctor, startsAt } = chosen
  const { zone } = offer.location
  const wish = { ...offer, startsAt, audience: 'public', count: NEAREST } as const
  const nearest = await nearestFree({ ...wish, resourceId: doctor?.id })
  const written = ctx.formats(zone)
  const params = wantedParams(chosen)
  const day = localDateOf(zone, startsAt)
  ctx.response.status(409)
  return ctx.view.render('patient_visits::pages/taken', {
    title: ctx.i18n.t('patient-visits.taken.title'),
    what: ctx.i18n.t('patient-visits.taken.what', { time: written.dateTime(startsAt) }),
    times: nearest.map((start) => ({
      label: `${written.weekdayDate(start.startsAt)}, ${start.local}`,
      href: urlFor('patient-visits.mine.create', {}, { ...params, starts_at: start.startsAt }),
    })),
    timesHref: urlFor('patient-visits.times.index', {}, { ...params, day }),
  })
}

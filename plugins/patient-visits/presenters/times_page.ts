import type { HttpContext } from '@adonisjs/core/http'
import { translated } from '#core/organisation'
import { urlFor } from '#core/platform'
import { monthOfTimes, presentCalendar, sayCorrected } from '#core/scheduling'
import { whatOf, whoOf } from '#plugins/patient-visits/presenters/what_and_who'
import { wantedParams, type WantedVisit } from '#plugins/patient-visits/presenters/wanted_visit'

/** V1: the month, the times of a day, and the doctor to narrow them by. */
export async function renderTimes(ctx: HttpContext, wanted: WantedVisit) {
  const { offer, doctor } = wanted
  const { month, day } = ctx.request.qs()
  const wish = { offer, audience: 'public', month, day, resourceId: doctor?.id } as const
  const times = await monthOfTimes(wish)
  sayCorrected(ctx, times)
  const params = wantedParams(wanted)
  const calendar = presentCalendar(ctx, {
    ...{ ...times, offer, query: params },
    route: { name: 'patient-visits.times.index', params: {} },
    action: urlFor('patient-visits.mine.create'),
  })
  return ctx.view.render('patient_visits::pages/times', {
    title: ctx.i18n.t('patient-visits.times.title'),
    back: { href: urlFor('patient-visits.types.index', {}, { visit: offer.type.publicId }) },
    what: whatOf(ctx, offer),
    description: translated(offer.service.description, ctx.locale),
    who: whoOf(ctx, offer, doctor),
    action: urlFor('patient-visits.times.index'),
    calendar: { ...calendar, fields: params, method: 'get' },
  })
}

import type { HttpContext } from '@adonisjs/core/http'
import { translated } from '#core/organisation'
import { clock, randomId, urlFor } from '#core/platform'
import { localDateOf } from '#core/scheduling'
import { wantedParams, type WantedVisit } from '#plugins/patient-visits/presenters/wanted_visit'

export type ChosenVisit = WantedVisit & { startsAt: number }

/** V1: what is about to be booked, and until when it can be changed. */
export async function renderCheck(ctx: HttpContext, chosen: ChosenVisit, problem?: string) {
  const { offer, startsAt } = chosen
  const params = wantedParams(chosen)
  const day = localDateOf(offer.location.zone, startsAt)
  if (problem) ctx.response.status(409)
  return ctx.view.render('patient_visits::pages/check', {
    title: ctx.i18n.t('patient-visits.check.title'),
    back: { href: urlFor('patient-visits.times.index', {}, { ...params, day }) },
    items: itemsOf(ctx, chosen),
    preparation: translated(offer.service.preparation, ctx.locale),
    problem: problem ? ctx.i18n.t(`patient-visits.check.problems.${problem}`) : null,
    isRequest: offer.type.confirmedBy === 'unit',
    rules: rulesOf(ctx, chosen),
    action: urlFor('patient-visits.mine.store'),
    fields: { ...params, starts_at: startsAt, form_key: randomId() },
  })
}

function itemsOf(ctx: HttpContext, { offer, doctor, startsAt }: ChosenVisit) {
  const { service, clinic, location } = offer
  const written = ctx.formats(location.zone)
  const endsAt = startsAt + service.durationMinutes * 60_000
  const anybody = offer.doctors.length > 0 ? ctx.i18n.t('patient-visits.times.any_doctor') : null
  const texts = {
    type: translated(service.name, ctx.locale),
    clinic: translated(clinic.name, ctx.locale),
    doctor: doctor?.name ?? anybody,
    date: written.date(startsAt),
    time: written.timeRange(startsAt, endsAt),
    unit: [location.name, location.address].filter(Boolean).join(', '),
  }
  return Object.entries(texts).flatMap(([field, text]) =>
    text ? [{ label: ctx.i18n.t(`patient-visits.fields.${field}`), text }] : []
  )
}

const HOUR = 3_600_000

/** What the patient may do later, told before. */
function rulesOf({ i18n }: HttpContext, { offer: { type }, startsAt }: ChosenVisit): string[] {
  const t = (key: string, values: Record<string, number> = {}) =>
    i18n.t(`patient-visits.check.${key}`, values)
  const isLate = (hours: number) => startsAt - hours * HOUR < clock.now()
  if (!type.selfService) return [t('view_only')]
  const { changeUntilHours, cancelUntilHours, mostChanges } = type
  const cancel = isLate(cancelUntilHours) ? 'too_late_to_cancel' : 'cancel_until'
  return [...changesOf(), t(cancel, { hours: cancelUntilHours })]

  function changesOf(): string[] {
    if (mostChanges === 0) return [t('change_times', { most: 0 })]
    if (isLate(changeUntilHours)) return [t('too_late_to_change')]
    const often = mostChanges === null ? [] : [t('change_times', { most: mostChanges })]
    return [t('change_until', { hours: changeUntilHours }), ...often]
  }
}

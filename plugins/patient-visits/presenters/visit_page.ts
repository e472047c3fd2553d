import type { HttpContext } from '@adonisjs/core/http'
import { filesOf, presentFiles } from '#core/files'
import { translated } from '#core/organisation'
import { urlFor } from '#core/platform'
import { visitDocuments } from '#plugins/patient-visits/files'
import { refusalsOf } from '#plugins/patient-visits/presenters/own_visit'
import { mapHref, presentVisit } from '#plugins/patient-visits/presenters/told_visit'
import type { ToldVisit } from '#plugins/patient-visits/queries/own_visits'

/** Only these keep a date that one may note down. */
const STANDS = ['confirmed', 'arrived', 'in_room']
const TOLD_WHY = ['view_only', 'too_late', 'no_changes_left'] as const

/** V2: everything a patient needs to know of a visit, and what they may do with it. */
export async function presentVisitPage(ctx: HttpContext, told: ToldVisit) {
  const { visit, offer } = told
  const { service, location, clinic } = offer
  const to = (page: string) => urlFor(`patient-visits.${page}`, { id: visit.publicId })
  const { change, cancel } = refusalsOf(told)
  const isDate = STANDS.includes(visit.state)
  const documents = await filesOf(visitDocuments, visit.id)
  const again = { visit: offer.type.publicId, unit: location.slug }
  return {
    title: ctx.i18n.t(`patient-visits.page.titles.${visit.state}`),
    lead: ctx.i18n.t(`patient-visits.page.leads.${visit.state}`),
    ticket: presentVisit(ctx, told),
    back: {
      href: urlFor('patient-visits.mine.index'),
      label: ctx.i18n.t('patient-visits.mine.title'),
    },
    preparation:
      isDate || visit.state === 'requested' ? translated(service.preparation, ctx.locale) : '',
    documents: presentFiles(documents, ctx.locale),
    mapHref: mapHref(location.address),
    calendarHref: isDate ? to('calendar_files.show') : null,
    pdfHref: isDate ? to('visit_files.show') : null,
    moveHref: change === null ? to('moves.create') : null,
    cancelHref: cancel === null ? to('cancellations.create') : null,
    againHref: isOver(visit.state) ? urlFor('patient-visits.times.index', {}, again) : null,
    why: whyNot(ctx, { change, cancel }),
    phone: clinic.phone ?? location.phone,
  }
}

const isOver = (state: string) => !['requested', ...STANDS].includes(state)

/** What is told of the narrowest refusal; that a visit has begun or ended says its state. */
function whyNot({ i18n }: HttpContext, { change, cancel }: ReturnType<typeof refusalsOf>) {
  const reason = TOLD_WHY.find((one) => one === cancel) ?? TOLD_WHY.find((one) => one === change)
  if (!reason) return null
  const isBoth = reason === cancel
  return i18n.t(
    `patient-visits.page.why.${reason === 'too_late' && !isBoth ? 'too_late_to_change' : reason}`
  )
}

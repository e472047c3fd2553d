import type { HttpContext } from '@adonisjs/core/http'
import { recordOf, renderPanel, resourceNamed, viewerOf } from '#core/admin'
import { Location, translated } from '#core/organisation'
import { clock, keptRows, randomId, readRecords, urlFor } from '#core/platform'
import { isLocalDate, localDateOf, Resource, type LocalDate } from '#core/scheduling'
import type { BookedVisit } from '#plugins/patient-visits/models/booked_visit'
import { stateOf } from '#plugins/patient-visits/presenters/staff_state'
import { datesInstead } from '#plugins/patient-visits/queries/dates_instead'
import { doctorDay } from '#plugins/patient-visits/queries/doctor_day'
import { cancelledDayValidator } from '#plugins/patient-visits/validators/desk'

const doctors = () => resourceNamed('patient-visits.doctors')

export type AskedDay = { doctor: Resource; location: Location; day: LocalDate }

/** The doctor and the day that the address or the form names; a doctor of another unit is a 404. */
export async function askedDay(ctx: HttpContext): Promise<AskedDay | null> {
  const { doctor: id, day } = ctx.request.all()
  const [error, asked] = await cancelledDayValidator.tryValidate({ doctor: id, day })
  if (error || !isLocalDate(asked.day)) return null
  const viewer = await viewerOf(ctx)
  const doctor = (await recordOf(doctors(), String(asked.doctor), { viewer })) as Resource
  const location = (await keptRows(Location)).find((one) => one.id === doctor.locationId)!
  const isOver = asked.day < localDateOf(location.zone, clock.now())
  return isOver ? null : { doctor, location, day: asked.day }
}

/** Whom it concerns, before anything is cancelled; afterwards whom to phone. */
export async function renderCancelledDay(ctx: HttpContext, asked: AskedDay | null) {
  const { doctor, day } = ctx.request.qs()
  return renderPanel(ctx, 'patient_visits::admin/cancel_day', {
    title: ctx.i18n.t('patient-visits.admin.cancel_day.title'),
    chooseAction: urlFor('patient-visits.cancelled_days.create'),
    groups: await doctorGroups(ctx),
    doctor: asked?.doctor.id ?? doctor,
    day: asked?.day ?? day,
    isOver: asked === null && typeof day === 'string' && day !== '',
    shown: asked && (await presentDay(ctx, asked)),
  })
}

/** Doctors by unit, those whom this person sees. */
async function doctorGroups(ctx: HttpContext) {
  const query = Resource.query().where('active', true).orderBy('name')
  doctors().scope(query, await viewerOf(ctx))
  const found = await readRecords(query)
  const units = new Map((await keptRows(Location)).map(({ id, name }) => [id, name]))
  return [...Map.groupBy(found, ({ locationId }) => locationId)].map(([id, own]) => ({
    label: units.get(id)!,
    options: own.map(({ id: value, name: label }) => ({ value, label })),
  }))
}

async function presentDay(ctx: HttpContext, { doctor, location, day }: AskedDay) {
  const { zone, name: unit } = location
  const { visits: all, others } = await doctorDay({ doctorId: doctor.id, day, zone })
  const lost = all.filter((visit) => visit.mayStaffChange(clock.now()))
  const stay = all.filter(({ told }) => told === 'arrived' || told === 'in_room')
  const toCall = all.filter(({ told, customer }) => told === 'cancelled_by_unit' && !customer.email)
  const instead = await datesInstead(lost, day)
  const viewer = await viewerOf(ctx)
  const words = { doctor: doctor.name, unit, day: ctx.formats(zone).dayDate(day) }
  return {
    what: ctx.i18n.t('patient-visits.admin.cancel_day.what', words),
    lost: lost.map((visit) => [
      ...linesOf(ctx, visit),
      stateOf(visit, viewer),
      datesIn(ctx, zone, instead.get(visit.id)),
    ]),
    counts: [count(ctx, 'lost', lost), count(ctx, 'mailed', lost.filter(hasMail))].join(' '),
    stay: stay.length,
    others,
    toCall: toCall.map((visit) => linesOf(ctx, visit)),
    action: urlFor('patient-visits.cancelled_days.store'),
    fields: { doctor: String(doctor.id), day, form_key: randomId() },
  }
}

const hasMail = ({ customer }: BookedVisit) => customer.email !== null

const count = ({ i18n }: HttpContext, said: string, visits: readonly BookedVisit[]) =>
  i18n.t(`patient-visits.admin.cancel_day.${said}`, { count: visits.length })

/** Time, patient with the way to reach them, and what they were to come for. */
function linesOf(ctx: HttpContext, visit: BookedVisit) {
  const { customer, service, location } = visit
  const none = ctx.i18n.t('patient-visits.admin.cancel_day.no_address')
  const phone = customer.phone ?? ctx.i18n.t('patient-visits.admin.cancel_day.no_phone')
  return [
    {
      text: ctx.formats(location.zone).time(visit.startsAt),
      href: urlFor('patient-visits.visits.show', { id: visit.id }),
    },
    { text: customer.name, note: customer.email ?? `${none} · ${phone}` },
    translated(service.name, ctx.locale),
  ]
}

const datesIn = (ctx: HttpContext, zone: string, dates: readonly number[] = []) =>
  dates.map((at) => ctx.formats(zone).shortDateTime(at)).join(' · ') || '–'

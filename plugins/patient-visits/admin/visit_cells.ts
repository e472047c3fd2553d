import type { Viewer } from '#core/admin'
import { translated } from '#core/organisation'
import { keptRows } from '#core/platform'
import { resourcesOf, type ResourceKind } from '#core/scheduling'
import { isLate } from '#plugins/patient-visits/domain/self_service'
import type { BookedVisit } from '#plugins/patient-visits/models/booked_visit'
import { Clinic } from '#plugins/patient-visits/models/clinic'

export const typeOf = ({ service }: BookedVisit, { locale }: Viewer) =>
  translated(service.name, locale)

/** For the people who ask the clinic, not the unit. */
export async function clinicsOf(visits: BookedVisit[], { locale }: Viewer) {
  const names = new Map(
    (await keptRows(Clinic)).map(({ id, name }) => [id, translated(name, locale)])
  )
  return new Map(visits.map(({ id, type }) => [id, names.get(type?.clinicId) ?? '']))
}

type Occupied = ReturnType<typeof resourcesOf>

/** A page names doctors and rooms; both come with one statement. */
const read = new WeakMap<BookedVisit, Occupied>()

function occupiedBy(visits: BookedVisit[]): Occupied {
  const known = visits[0] && read.get(visits[0])
  const occupied = known ?? resourcesOf(visits.map(({ sessionId }) => sessionId))
  if (visits[0]) read.set(visits[0], occupied)
  return occupied
}

const namesOf = (kind: ResourceKind) => async (visits: BookedVisit[]) => {
  const occupied = await occupiedBy(visits)
  const named = (sessionId: number) =>
    (occupied.get(sessionId) ?? []).flatMap((one) => (one.kind === kind ? [one.name] : []))
  return new Map(visits.map(({ id, sessionId }) => [id, named(sessionId).join(', ')]))
}

export const doctorsOf = namesOf('person')
export const roomsOf = namesOf('room')

export function endOf({ endsAt, location }: BookedVisit, { formats }: Viewer) {
  return formats(location.zone).time(endsAt)
}

/** V4: when the patient gave it up; so late that hardly anybody could take the time, it says so. */
export function cancelledOf(visit: BookedVisit, { formats, t }: Viewer) {
  const { releasedAt, location } = visit
  if (releasedAt === null) return ''
  const text = formats(location.zone).shortDateTime(releasedAt)
  const late = visit.told === 'cancelled' && isLate(visit, releasedAt)
  return late ? { text, note: t('patient-visits.admin.late') } : text
}

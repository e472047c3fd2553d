import db from '@adonisjs/lucid/services/db'
import { Customer } from '#core/customers'
import { columnsOf, recordIn, rows, type JoinedRow } from '#core/platform'
import { Reservation, resourcesOf } from '#core/scheduling'
import { Visit } from '#plugins/patient-visits/models/visit'
import { offerOf, type VisitOffer } from '#plugins/patient-visits/queries/visit_offers'

/** A visit with everything that pages tell of it. */
export type ToldVisit = {
  visit: Visit
  offer: VisitOffer
  /** Names, one unless several see the patient together. */
  doctors: string[]
  rooms: string[]
}

/** So many fit a page; more is asked for page by page. */
export const OWN_PAGE = 30

/** The patient is whoever is signed in, and never told by a request. */
const OWN = `
  select ${columnsOf(Visit, Reservation).join(', ')} from ${Visit.table}
  join ${Reservation.table} on ${Reservation.table}.id = ${Visit.table}.reservation_id
  join ${Customer.table} on ${Customer.table}.id = ${Visit.table}.customer_id
  where ${Customer.table}.user_id = ?`

async function visitsIn(sql: string, bindings: readonly (string | number)[]): Promise<Visit[]> {
  const found = await rows<JoinedRow>(db.connection(), sql, bindings)
  return found.map((row) => {
    const visit = recordIn(Visit, row)!
    visit.$setRelated('reservation', recordIn(Reservation, row)!)
    return visit
  })
}

/** V2: one visit of a signed-in person by its public id; a foreign one is not there. */
export async function ownVisit(userId: number, publicId: string): Promise<ToldVisit | null> {
  const found = await visitsIn(`${OWN} and ${Visit.table}.public_id = ?`, [userId, publicId])
  return (await toldOf(found))[0] ?? null
}

type Wanted = { userId: number; when: 'upcoming' | 'past'; now: number; page: number }

/** V1: a page of a person's visits, the nearest first, and whether there are more. */
export async function ownVisits({ userId, when, now, page }: Wanted) {
  const isUpcoming = when === 'upcoming'
  const found = await visitsIn(
    `${OWN} and ${isUpcoming ? '' : 'not '}
       (${Reservation.table}.ends_at > ? and ${Reservation.table}.state in ('pending', 'confirmed'))
     order by ${Reservation.table}.starts_at ${isUpcoming ? 'asc' : 'desc'}, ${Visit.table}.id
     limit ? offset ?`,
    [userId, now, OWN_PAGE + 1, (page - 1) * OWN_PAGE]
  )
  return { visits: await toldOf(found.slice(0, OWN_PAGE)), hasNext: found.length > OWN_PAGE }
}

/** Visits whose reservations are loaded, with type, unit, doctors and rooms. */
export async function toldOf(visits: readonly Visit[]): Promise<ToldVisit[]> {
  const occupied = await resourcesOf(visits.map(({ reservation }) => reservation.sessionId))
  return Promise.all(
    visits.map(async (visit) => {
      const resources = occupied.get(visit.reservation.sessionId) ?? []
      const named = (wanted: string) =>
        resources.flatMap(({ kind, name }) => (kind === wanted ? [name] : []))
      const offer = await offerOf(visit.reservation)
      return { visit, offer, doctors: named('person'), rooms: named('room') }
    })
  )
}

import db from '@adonisjs/lucid/services/db'
import { columnsOf, type JoinedRow, recordIn, rows } from '#core/platform'
import { Reservation } from '#core/scheduling'
import { Appointment } from '#plugins/booking/models/appointment'
import { offerBooked, type Offer } from '#plugins/booking/queries/offers'

/** So many fit a page; more is asked for page by page. */
export const OWN_PAGE = 30

const OWN = `
  from ${Appointment.table}
  join ${Reservation.table} on ${Reservation.table}.id = ${Appointment.table}.reservation_id
  join customers_customers on customers_customers.id = ${Appointment.table}.customer_id
  where customers_customers.user_id = ?`

/** One appointment of a signed-in person by its public id; a foreign one is not there. */
export async function ownAppointment(
  userId: number,
  publicId: string
): Promise<{ appointment: Appointment; offer: Offer } | null> {
  const columns = columnsOf(Appointment, Reservation).join(', ')
  const [row] = await rows<JoinedRow>(
    db.connection(),
    `select ${columns} ${OWN} and ${Appointment.table}.public_id = ?`,
    [userId, publicId]
  )
  if (!row) return null
  const appointment = recordIn(Appointment, row)!
  const reservation = recordIn(Reservation, row)!
  appointment.$setRelated('reservation', reservation)
  return { appointment, offer: await offerBooked(reservation) }
}

export type OwnAppointment = {
  publicId: string
  number: string | null
  state: Reservation['state']
  outcome: Reservation['outcome']
  startsAt: number
  endsAt: number
  offer: Offer
}

type Wanted = { userId: number; when: 'upcoming' | 'past'; now: number; page: number }

/** A page of a person's appointments, the nearest first, and whether there are more. */
export async function ownAppointments({ userId, when, now, page }: Wanted) {
  const isUpcoming = when === 'upcoming'
  const found = await rows<Record<string, unknown>>(
    db.connection(),
    `select ${Appointment.table}.public_id, number, state, outcome, starts_at, ends_at, service_id, location_id
     ${OWN} and state <> 'held' and ${isUpcoming ? '' : 'not '}
       (ends_at > ? and state in ('pending', 'confirmed'))
     order by starts_at ${isUpcoming ? 'asc' : 'desc'}, ${Appointment.table}.id
     limit ? offset ?`,
    [userId, now, OWN_PAGE + 1, (page - 1) * OWN_PAGE]
  )
  const shown = found.slice(0, OWN_PAGE)
  return {
    appointments: await Promise.all(shown.map(ownOf)),
    hasNext: found.length > OWN_PAGE,
  }
}

async function ownOf(row: Record<string, unknown>): Promise<OwnAppointment> {
  const booked = { serviceId: Number(row.service_id), locationId: Number(row.location_id) }
  return {
    publicId: String(row.public_id),
    number: row.number as string | null,
    state: row.state as OwnAppointment['state'],
    outcome: row.outcome as OwnAppointment['outcome'],
    startsAt: Number(row.starts_at),
    endsAt: Number(row.ends_at),
    offer: await offerBooked(booked),
  }
}

import type { Locale, Location } from '#core/organisation'
import { clock, PUBLIC, type Result } from '#core/platform'
import { localDateOf, reservationInCode, type Reservation } from '#core/scheduling'
import { BringAppointments } from '#plugins/queue-caller/actions/bring_appointments'
import { CheckIn } from '#plugins/queue-caller/actions/check_in'
import { readCode } from '#plugins/queue-caller/domain/typed_code'
import { Ticket } from '#plugins/queue-caller/models/ticket'
import {
  reservationNamed,
  reservationNumbered,
} from '#plugins/queue-caller/queries/found_appointments'

export type NotArrived =
  | 'unreadable'
  | 'unknown'
  /** a number that the kiosk itself gave out */
  | 'walk_in'
  | 'other_day'
  | 'other_place'
  | 'cancelled'
  /** its service feeds no line: nobody is called by number */
  | 'not_called'
  /** served or given up: at the desk they know more */
  | 'over'
  | 'changed'

/** What the person is told of a check-in that went well, or had before. */
export type Arrived = 'checked_in' | 'late' | 'already' | 'called'

type Arrival = { text: string; location: Location; locale: Locale }
type Answer = Result<{ ticket: Ticket; arrived: Arrived }, NotArrived> & {
  /** What was found under the number, where it does not help. */
  reservation?: Reservation
}

/** Q2: somebody with an appointment types its number at the kiosk, or holds its code there. */
export class Arrive {
  async handle({ text, location, locale }: Arrival): Promise<Answer> {
    const found = await find(text, location)
    if (!('ticket' in found)) return { ok: false, ...found }
    const { ticket } = found
    if (ticket.reservationId === null) return { ok: false, reason: 'walk_in' }
    if (['called', 'serving', 'parked'].includes(ticket.state)) {
      return { ok: true, ticket, arrived: 'called' }
    }
    if (['served', 'left', 'closed'].includes(ticket.state)) return { ok: false, reason: 'over' }
    await ticket.speak(locale)
    const checked = await new CheckIn().handle(ticket, PUBLIC)
    if (checked.ok) {
      const isLate = ticket.among === 'walk_ins'
      return { ok: true, ticket, arrived: isLate ? 'late' : 'checked_in' }
    }
    if (checked.reason === 'already') return { ok: true, ticket, arrived: 'already' }
    return { ok: false, reason: 'changed' }
  }
}

type Found = { ticket: Ticket } | { reason: NotArrived; reservation?: Reservation }

async function find(text: string, location: Location): Promise<Found> {
  const publicId = reservationInCode(text)
  if (publicId) return ofReservation(await reservationNamed(publicId), location)
  const code = readCode(text)
  if (!code) return { reason: 'unreadable' }
  if (code.kind === 'ticket') {
    const ticket = await todays(location).where('publicId', code.publicId).first()
    return ticket ? { ticket } : { reason: 'unknown' }
  }
  if (code.kind === 'walk_in') return { reason: 'walk_in' }
  const ticket = await todays(location).where('code', code.number).first()
  return ticket
    ? { ticket }
    : ofReservation(await reservationNumbered(code.number, location), location)
}

async function ofReservation(found: Reservation | null, location: Location): Promise<Found> {
  if (!found) return { reason: 'unknown' }
  const refused = (reason: NotArrived) => ({ reason, reservation: found })
  if (found.state !== 'confirmed') return refused('cancelled')
  if (found.locationId !== location.id) return refused('other_place')
  if (found.day !== localDateOf(location.zone, clock.now())) return refused('other_day')
  // It may have been booked a moment ago.
  await new BringAppointments().handle(location)
  const ticket = await todays(location).where('reservationId', found.id).first()
  return ticket ? { ticket } : refused('not_called')
}

const todays = ({ id, zone }: Location) =>
  Ticket.query().where({ locationId: id, day: localDateOf(zone, clock.now()) })

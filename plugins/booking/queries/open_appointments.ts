import { clock } from '#core/platform'
import { Reservation } from '#core/scheduling'

/** Appointments still to come, those on hold for their mailed link included. */
export async function openAppointments(): Promise<number> {
  const [{ $extras }] = await Reservation.query()
    .where('owner', 'booking')
    .whereIn('state', ['pending', 'confirmed'])
    .where('endsAt', '>', clock.now())
    .count('* as total')
  return Number($extras.total)
}

import { clock } from '#core/platform'
import { Reservation } from '#core/scheduling'

/** Visits still to come, requests included. */
export async function openVisits(): Promise<number> {
  const [{ $extras }] = await Reservation.query()
    .where('owner', 'patient-visits')
    .whereIn('state', ['pending', 'confirmed'])
    .where('endsAt', '>', clock.now())
    .count('* as total')
  return Number($extras.total)
}

import type { Location } from '#core/organisation'
import { clock } from '#core/platform'
import { localDateOf, Reservation } from '#core/scheduling'

/** The reservation with this public id, with its place; none for a made up one. */
export function reservationNamed(publicId: string): Promise<Reservation | null> {
  return Reservation.query().where('publicId', publicId).preload('location').first()
}

/**
 * The appointment that a number may mean at a location: numbers are unique on one day, so today's,
 * else the next one, else the last one.
 */
export async function reservationNumbered(
  number: string,
  location: Location
): Promise<Reservation | null> {
  const today = localDateOf(location.zone, clock.now())
  const wanted = () =>
    Reservation.query()
      .where({ number, locationId: location.id, state: 'confirmed' })
      .preload('location')
  const coming = await wanted().where('day', '>=', today).orderBy('day').first()
  return coming ?? wanted().where('day', '<', today).orderBy('day', 'desc').first()
}

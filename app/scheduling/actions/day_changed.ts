import { publish } from '#core/live'
import type { Trx } from '#core/platform'

/** Name of the channel on which staff pages follow one day at one location. */
export const DAY_CHANNEL = 'scheduling.day'

/** Tells the staff's day view after the commit (B11). */
export async function dayChanged(trx: Trx, locationId: number, day: string): Promise<void> {
  await publish(trx, DAY_CHANNEL, { location: locationId, day })
}

/** Name of the channel on which they learn that the opening hours of a location differ now. */
export const HOURS_CHANNEL = 'scheduling.hours'

/** Tells every open day view of the location after the commit, whatever its day. */
export async function hoursChanged(trx: Trx, locationId: number): Promise<void> {
  await publish(trx, HOURS_CHANNEL, { location: locationId })
}

import { clock } from '#core/platform'
import { clockTime, localOf, locationHours, weekdayOf } from '#core/scheduling'
import { isLineOpen, type PlaceNow } from '#plugins/queue-caller/domain/line_hours'
import { linesOf } from '#plugins/queue-caller/queries/lines'

type Place = { readonly id: number; readonly zone: string }

/** Ids of the lines of a location that give out tickets at this moment. */
export async function openLines(location: Place): Promise<Set<number>> {
  const lines = await linesOf(location.id)
  const { day, minute } = localOf(location.zone, clock.now())
  const place = await placeNow(location, day)
  const moment = { weekday: weekdayOf(day), time: clockTime(minute) }
  const open = lines.filter(({ hours }) => isLineOpen(hours, place, moment))
  return new Set(open.map(({ id }) => id))
}

async function placeNow(location: Place, day: number): Promise<PlaceNow> {
  const hours = (await locationHours([location])).get(location.id)
  if (!hours) return null
  const today = hours.special.find(({ fromDay, toDay }) => fromDay <= day && day <= toDay)
  return { isOpen: hours.now.open, isClosedAllDay: today?.spans.length === 0 }
}

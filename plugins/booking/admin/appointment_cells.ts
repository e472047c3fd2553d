import { stateCell, type BadgeState, type Viewer } from '#core/admin'
import type { BookedTime } from '#plugins/booking/models/booked_time'

const BADGES: Record<string, BadgeState> = {
  held: 'waiting',
  pending: 'waiting',
  confirmed: 'info',
  arrived: 'called',
  served: 'done',
  no_show: 'problem',
  released: 'ended',
  expired: 'ended',
}

export function endOf({ endsAt, location }: BookedTime, { formats }: Viewer) {
  return formats(location.zone).time(endsAt)
}

/** What became of it counts more than that it was confirmed. */
export function stateOf({ state, outcome }: BookedTime, { t }: Viewer) {
  const shown = outcome ?? state
  return stateCell(BADGES[shown], t(`booking.states.${shown}`))
}

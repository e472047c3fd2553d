import { channelName } from '#core/live'

/** Name of the channel on which staff pages follow the queue of a location. */
export const BOARD_CHANNEL = 'queue-caller.board'

/** The same with the location, as a page subscribes to it. */
export const boardChannel = (locationId: number): string =>
  channelName(BOARD_CHANNEL, { location: String(locationId) })

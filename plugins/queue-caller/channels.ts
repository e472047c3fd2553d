import { can, mayVisit, type User } from '#core/accounts'
import { defineChannel, type ChannelParams } from '#core/live'
import { BOARD_CHANNEL } from '#plugins/queue-caller/actions/queue_changed'

const authorise = async (user: User | null, { location }: ChannelParams) =>
  user !== null &&
  (await can(user, 'queue-caller.view')) &&
  (await mayVisit(user, Number(location)))

/** Staff follow the queue of their locations; the page is then fetched again. */
export const channels = [defineChannel({ id: BOARD_CHANNEL, authorise, state: () => null })]

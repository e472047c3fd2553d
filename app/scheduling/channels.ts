import { can, mayVisit, type User } from '#core/accounts'
import { defineChannel, type ChannelParams } from '#core/live'
import { DAY_CHANNEL, HOURS_CHANNEL } from '#app/scheduling/actions/day_changed'

/** Staff who may see appointments follow those of the locations that they work for. */
const authorise = async (user: User | null, { location }: ChannelParams) =>
  user !== null && (await can(user, 'scheduling.view')) && (await mayVisit(user, Number(location)))

/** Both say only that something changed: the page is then fetched again. */
export const channels = [DAY_CHANNEL, HOURS_CHANNEL].map((id) =>
  defineChannel({ id, authorise, state: () => null })
)

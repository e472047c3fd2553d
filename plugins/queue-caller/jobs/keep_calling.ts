import { defineJob } from '#core/jobs'
import { publish } from '#core/live'
import { Location } from '#core/organisation'
import { BOARD_CHANNEL } from '#plugins/queue-caller/actions/queue_changed'
import { KeepCalling as GoOn } from '#plugins/queue-caller/actions/keep_calling'

/** Somebody has become due, a grace is over, a counter is free: whatever it is, it is computed. */
export const KeepCalling = defineJob<{ locationId: number }>({
  id: 'queue-caller.keep_calling',
  async handle({ locationId }) {
    const location = await Location.find(locationId)
    if (!location) return
    await new GoOn().handle(location)
    await publish(null, BOARD_CHANNEL, { location: locationId })
  },
})

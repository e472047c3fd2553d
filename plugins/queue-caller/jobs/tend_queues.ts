import { defineJob, defineSchedule } from '#core/jobs'
import { publish } from '#core/live'
import { BringAppointments } from '#plugins/queue-caller/actions/bring_appointments'
import { CloseDays } from '#plugins/queue-caller/actions/close_days'
import { KeepCalling } from '#plugins/queue-caller/actions/keep_calling'
import { CALLS_CHANNEL } from '#plugins/queue-caller/queries/calls_now'
import { locationsWithLines } from '#plugins/queue-caller/queries/locations_with_lines'

/** What events and wake-ups did not bring about, e.g. after the plugin was switched on at noon. */
export const TendQueues = defineJob<object>({
  id: 'queue-caller.tend_queues',
  async handle() {
    for (const location of await locationsWithLines()) {
      await new CloseDays().handle(location)
      await new BringAppointments().handle(location)
      await new KeepCalling().handle(location)
      // Screens learn that a day has begun, and what they are set up to show now.
      await publish(null, CALLS_CHANNEL, { location: location.id })
    }
  },
})

export const tendQueuesEveryMinute = defineSchedule({
  id: 'queue-caller.tend_queues',
  cron: '* * * * *',
  job: TendQueues,
  payload: {},
})

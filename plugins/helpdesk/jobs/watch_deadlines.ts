import { defineJob, defineSchedule } from '#core/jobs'
import { WatchDeadlines as Watch } from '#plugins/helpdesk/actions/watch_deadlines'

/** Deadlines come by the clock alone. */
export const WatchDeadlines = defineJob<object>({
  id: 'helpdesk.watch_deadlines',
  handle: () => new Watch().handle(),
})

export const watchDeadlinesEveryMinute = defineSchedule({
  id: 'helpdesk.watch_deadlines',
  cron: '* * * * *',
  job: WatchDeadlines,
  payload: {},
})

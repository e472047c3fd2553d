import { clock } from '#core/platform'
import { defineJob, defineSchedule } from '#core/jobs'
import { expireHolds } from '#app/scheduling/actions/expire_holds'

/** Lapsed holds free their place at once; this only tidies up and tells those who listen. */
export const ExpireHolds = defineJob<object>({
  id: 'scheduling.expire_holds',
  handle: async () => void (await expireHolds(clock.now())),
})

export const expireHoldsEveryMinute = defineSchedule({
  id: 'scheduling.expire_holds',
  cron: '* * * * *',
  job: ExpireHolds,
  payload: {},
})

import { clock } from '#core/platform'
import { defineJob, defineSchedule } from '#core/jobs'
import { forgetLapsed } from '#app/scheduling/actions/forget_lapsed'

const WEEK = 7 * 86_400_000

/** Every visitor who looks and leaves makes a hold; after a week nobody asks for it. */
export const ForgetLapsed = defineJob<object>({
  id: 'scheduling.forget_lapsed',
  handle: async () => void (await forgetLapsed(clock.now() - WEEK)),
})

export const forgetLapsedHourly = defineSchedule({
  id: 'scheduling.forget_lapsed',
  cron: '41 * * * *',
  job: ForgetLapsed,
  payload: {},
})

import { defineJob, defineSchedule } from '#core/jobs'
import { sweepFiles } from '#app/files/actions/sweep_files'

export const Sweep = defineJob<object>({ id: 'files.sweep', handle: () => sweepFiles() })

export const sweepHourly = defineSchedule({
  id: 'files.sweep',
  cron: '41 * * * *',
  job: Sweep,
  payload: {},
})

import { defineJob, defineSchedule } from '#core/jobs'
import { checkNumbers } from '#plugins/shop-quotes/actions/check_numbers'

export const CheckNumbers = defineJob<object>({
  id: 'shop-quotes.check_numbers',
  handle: async () => void (await checkNumbers()),
})

export const checkNumbersNightly = defineSchedule({
  id: 'shop-quotes.check_numbers',
  cron: '41 3 * * *',
  job: CheckNumbers,
  payload: {},
})

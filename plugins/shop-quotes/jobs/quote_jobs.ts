import { defineJob, defineSchedule } from '#core/jobs'
import {
  ExpireQuotes as Expire,
  RemindOfQuotes as Remind,
} from '#plugins/shop-quotes/actions/expire_quotes'

export const ExpireQuotes = defineJob<object>({
  id: 'shop-quotes.expire_quotes',
  handle: () => new Expire().handle(),
})

export const RemindOfQuotes = defineJob<object>({
  id: 'shop-quotes.remind_of_quotes',
  handle: () => new Remind().handle(),
})

export const expireQuotesOften = defineSchedule({
  id: 'shop-quotes.expire_quotes',
  cron: '*/5 * * * *',
  job: ExpireQuotes,
  payload: {},
})

/** By the hour, since the day begins at different times in different places. */
export const remindOfQuotesHourly = defineSchedule({
  id: 'shop-quotes.remind_of_quotes',
  cron: '20 6-20 * * *',
  job: RemindOfQuotes,
  payload: {},
})

import { defineJob } from '#core/jobs'
import { TELL_STAFF } from '#plugins/shop-quotes/actions/record_entry'
import { tellStaff } from '#plugins/shop-quotes/actions/tell_staff'
import { CheckNumbers, checkNumbersNightly } from '#plugins/shop-quotes/jobs/check_numbers'
import { ExpireOrders, expireOrdersOften } from '#plugins/shop-quotes/jobs/expire_orders'
import { PAYMENT_JOBS } from '#plugins/shop-quotes/jobs/payment_jobs'
import { PurgeCarts, purgeCartsNightly } from '#plugins/shop-quotes/jobs/purge_carts'
import {
  ExpireQuotes,
  expireQuotesOften,
  RemindOfQuotes,
  remindOfQuotesHourly,
} from '#plugins/shop-quotes/jobs/quote_jobs'

const TellStaff = defineJob<{ entryId: number }>({ ...TELL_STAFF, handle: tellStaff })

export const jobs = [
  ...[ExpireOrders, ExpireQuotes, RemindOfQuotes],
  ...[CheckNumbers, PurgeCarts, TellStaff, ...PAYMENT_JOBS],
]

export const schedules = [
  ...[expireOrdersOften, expireQuotesOften, remindOfQuotesHourly],
  ...[checkNumbersNightly, purgeCartsNightly],
]

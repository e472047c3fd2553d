import { defineJob, defineSchedule } from '#core/jobs'
import { expireOrders } from '#plugins/shop-quotes/actions/expire_orders'

export const ExpireOrders = defineJob<object>({
  id: 'shop-quotes.expire_orders',
  handle: expireOrders,
})

/** Last days end at midnight of any zone. */
export const expireOrdersOften = defineSchedule({
  id: 'shop-quotes.expire_orders',
  cron: '*/5 * * * *',
  job: ExpireOrders,
  payload: {},
})

import env from '#start/env'
import type { LiveDriver } from '#app/live/drivers/live_driver'
import { NotifyDriver } from '#app/live/drivers/notify_driver'
import { PolledDriver } from '#app/live/drivers/polled_driver'
import { Hub } from '#app/live/hub'

/** Who follows what in this process. */
export const hub = new Hub()

/** How this process and the others tell each other what changed. */
export const driver: LiveDriver = env.DATABASE_URL
  ? new NotifyDriver(env.DATABASE_URL)
  : new PolledDriver()

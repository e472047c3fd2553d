import { defineJob, defineSchedule } from '#core/jobs'
import { clock } from '#core/platform'
import { Draft } from '#plugins/booking/models/draft'
import { BookingLink } from '#plugins/booking/models/booking_link'

const DAY = 86_400_000

/** Forgets what was typed into bookings that were never finished, and links that expired. */
export const PurgeDrafts = defineJob({
  id: 'booking.purge_drafts',
  async handle() {
    await Draft.query()
      .where('createdAt', '<', clock.now() - DAY)
      .delete()
    await BookingLink.query().where('expiresAt', '<', clock.now()).delete()
  },
})

export const purgeDraftsHourly = defineSchedule({
  id: 'booking.purge_drafts',
  cron: '17 * * * *',
  job: PurgeDrafts,
  payload: {},
})

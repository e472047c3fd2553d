import db from '@adonisjs/lucid/services/db'
import { afterEveryMigration, defineModule } from '#core/platform'
import { admin } from '#app/scheduling/admin/main'
import { channels } from '#app/scheduling/channels'
import { ReservationConfirmed, ReservationMoved, ReservationReleased } from '#app/scheduling/events'
import { overlapsAreRefused } from '#app/scheduling/health'
import { ExpireHolds, expireHoldsEveryMinute } from '#app/scheduling/jobs/expire_holds'
import { ForgetLapsed, forgetLapsedHourly } from '#app/scheduling/jobs/forget_lapsed'
import privacy from '#app/scheduling/privacy'
import { ensureChangeTriggers } from '#app/scheduling/queries/change_counts'
import { ensureGuards } from '#app/scheduling/queries/guards'

const outcomes = () => import('#app/scheduling/admin/outcomes_controller')

export default defineModule({
  id: 'scheduling',
  admin,
  routes({ staff }) {
    staff.post('/scheduling/reservations/:id/outcome', [outcomes, 'store'], {
      name: 'outcomes.store',
      permission: 'scheduling.attend',
    })
  },
  customerCard: { servedIn: ['scheduling_reservations'] },
  permissions: [
    { id: 'scheduling.view', roles: ['owner', 'manager', 'desk'] },
    { id: 'scheduling.manage', roles: ['owner', 'manager'] },
    { id: 'scheduling.attend', roles: ['owner', 'manager', 'desk'] },
  ],
  events: [ReservationConfirmed, ReservationMoved, ReservationReleased],
  jobs: [ExpireHolds, ForgetLapsed],
  schedules: [expireHoldsEveryMinute, forgetLapsedHourly],
  channels,
  privacy,
  health: [overlapsAreRefused],
  boot: () =>
    afterEveryMigration(async () => {
      await ensureGuards(db.connection())
      await ensureChangeTriggers(db.connection())
    }),
})

import db from '@adonisjs/lucid/services/db'
import { afterEveryMigration, defineModule } from '#core/platform'
import { admin } from '#app/audit/admin/main'
import { auditTrailIsGuarded } from '#app/audit/health'
import { Purge, purgeNightly } from '#app/audit/jobs/purge'
import privacy from '#app/audit/privacy'
import { restoreAuditGuards } from '#app/audit/queries/audit_guards'
import { keepDays } from '#app/audit/settings'

export default defineModule({
  id: 'audit',
  admin,
  permissions: [{ id: 'audit.view', roles: ['owner', 'manager'] }],
  settings: [keepDays],
  jobs: [Purge],
  schedules: [purgeNightly],
  privacy,
  health: [auditTrailIsGuarded],
  boot: () => afterEveryMigration(() => restoreAuditGuards(db.connection())),
})

import db from '@adonisjs/lucid/services/db'
import { afterEveryMigration, defineModule } from '#core/platform'
import { admin } from '#app/audit/admin/main'
import { auditTrailIsGuarded, auditTrailIsSound } from '#app/audit/health'
import { Chain, chainOften, Verify, verifyNightly } from '#app/audit/jobs/chain'
import { Purge, purgeNightly } from '#app/audit/jobs/purge'
import privacy from '#app/audit/privacy'
import { restoreAuditGuards } from '#app/audit/queries/audit_guards'
import { keepDays } from '#app/audit/settings'

export default defineModule({
  id: 'audit',
  admin,
  permissions: [{ id: 'audit.view', roles: ['owner', 'manager'] }],
  settings: [keepDays],
  jobs: [Purge, Chain, Verify],
  schedules: [purgeNightly, chainOften, verifyNightly],
  privacy,
  health: [auditTrailIsGuarded, auditTrailIsSound],
  boot: () => afterEveryMigration(() => restoreAuditGuards(db.connection())),
})

import db from '@adonisjs/lucid/services/db'
import { afterEveryMigration, defineModule } from '#core/platform'
import { admin } from '#app/audit/admin/main'
import { auditTrailIsGuarded } from '#app/audit/health'
import privacy from '#app/audit/privacy'
import { restoreAuditGuards } from '#app/audit/queries/audit_guards'

export default defineModule({
  id: 'audit',
  admin,
  permissions: [{ id: 'audit.view', roles: ['owner', 'manager'] }],
  privacy,
  health: [auditTrailIsGuarded],
  boot: () => afterEveryMigration(() => restoreAuditGuards(db.connection())),
})

import db from '@adonisjs/lucid/services/db'
import type { HealthCheck } from '#core/web'
import { missingAuditGuards } from '#app/audit/queries/audit_guards'

/** The database itself refuses to rewrite the trail. */
export const auditTrailIsGuarded: HealthCheck = {
  id: 'audit.guards',
  async check() {
    const missing = await missingAuditGuards(db.connection())
    return missing.length === 0
      ? { ok: true }
      : { ok: false, detail: `missing: ${missing.join(', ')}` }
  },
}

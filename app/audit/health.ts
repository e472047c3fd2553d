import db from '@adonisjs/lucid/services/db'
import type { HealthCheck } from '#core/web'
import { AuditCheck } from '#app/audit/models/audit_check'
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

/** The last walk over the chain found nothing; staff look into it, but people are still served. */
export const auditTrailIsSound: HealthCheck = {
  id: 'audit.chain',
  advisory: true,
  async check() {
    const last = await AuditCheck.query().orderBy('id', 'desc').first()
    if (!last || last.isSound) return { ok: true }
    const { brokenPosition, brokenEntry, reason } = last
    return { ok: false, detail: `${reason} at link ${brokenPosition}, entry ${brokenEntry}` }
  },
}

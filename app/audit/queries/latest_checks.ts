import { AuditCheck } from '#app/audit/models/audit_check'

const SHOWN = 30

/** What the last walks over the chain found, newest first. */
export const latestChecks = (): Promise<AuditCheck[]> =>
  AuditCheck.query().orderBy('id', 'desc').limit(SHOWN).exec()

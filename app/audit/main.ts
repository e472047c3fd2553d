export { audit, type AuditInput } from '#app/audit/actions/audit'
export { AuditEntry } from '#app/audit/models/audit_entry'
export {
  auditEntries,
  auditTrailAbout,
  auditTrailOf,
  hasEntrySince,
  type AuditFilter,
} from '#app/audit/queries/audit_entries'
export { missingAuditGuards, restoreAuditGuards } from '#app/audit/queries/audit_guards'

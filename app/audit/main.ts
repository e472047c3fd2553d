export { audit, type AuditInput } from '#app/audit/actions/audit'
export { eventsAbout } from '#app/audit/admin/events_about'
export { AuditEntry } from '#app/audit/models/audit_entry'
export {
  auditEntries,
  auditTrailOf,
  hasEntrySince,
  type AuditFilter,
} from '#app/audit/queries/audit_entries'
export { missingAuditGuards, restoreAuditGuards } from '#app/audit/queries/audit_guards'

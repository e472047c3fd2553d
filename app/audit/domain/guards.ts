/** What both databases answer when somebody tries to rewrite the trail. */
export const APPEND_ONLY = 'audit_entries_append_only'

/** Names of the guards as the database lists them; health refuses to go on without them. */
export const AUDIT_GUARDS = ['audit_entries_no_delete', 'audit_entries_no_update'] as const

/**
 * Statements that make the trail append only: the database itself refuses UPDATE and DELETE,
 * whoever asks. They may run again at any time.
 */
export function auditGuards(engine: 'sqlite' | 'postgres'): string[] {
  return engine === 'postgres' ? postgresGuards() : sqliteGuards()
}

function sqliteGuards(): string[] {
  const guard = (name: string, verb: string) =>
    `CREATE TRIGGER IF NOT EXISTS ${name} BEFORE ${verb} ON audit_entries
     BEGIN SELECT RAISE(ABORT, '${APPEND_ONLY}'); END`
  return [guard('audit_entries_no_update', 'UPDATE'), guard('audit_entries_no_delete', 'DELETE')]
}

function postgresGuards(): string[] {
  const guard = (name: string, verb: string) =>
    `CREATE OR REPLACE TRIGGER ${name} BEFORE ${verb} ON audit_entries
     FOR EACH ROW EXECUTE FUNCTION audit_entries_refuse()`
  return [
    `CREATE OR REPLACE FUNCTION audit_entries_refuse() RETURNS trigger LANGUAGE plpgsql AS
     $$ BEGIN RAISE EXCEPTION '${APPEND_ONLY}' USING ERRCODE = 'integrity_constraint_violation'; END $$`,
    guard('audit_entries_no_update', 'UPDATE'),
    guard('audit_entries_no_delete', 'DELETE'),
  ]
}

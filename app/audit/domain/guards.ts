/** What both databases answer when somebody tries to rewrite the trail. */
export const APPEND_ONLY = 'audit_entries_append_only'

/** So long the database itself keeps a line, by its own clock. */
export const KEPT_DAYS = 365

/** Names of the guards as the database lists them; health refuses to go on without them. */
export const AUDIT_GUARDS = ['audit_entries_no_delete', 'audit_entries_no_update'] as const

const KEPT_SECONDS = KEPT_DAYS * 86_400

/**
 * Statements that make the trail append only: the database itself refuses UPDATE, and DELETE
 * until a line has had its time, whoever asks. They may run again at any time.
 */
export function auditGuards(engine: 'sqlite' | 'postgres'): string[] {
  return engine === 'postgres' ? postgresGuards() : sqliteGuards()
}

function sqliteGuards(): string[] {
  const refuse = `BEGIN SELECT RAISE(ABORT, '${APPEND_ONLY}'); END`
  return [
    `CREATE TRIGGER IF NOT EXISTS audit_entries_no_update BEFORE UPDATE ON audit_entries ${refuse}`,
    `CREATE TRIGGER IF NOT EXISTS audit_entries_no_delete BEFORE DELETE ON audit_entries
     WHEN OLD.at > (unixepoch() - ${KEPT_SECONDS}) * 1000 ${refuse}`,
  ]
}

function postgresGuards(): string[] {
  const refuse = 'EXECUTE FUNCTION audit_entries_refuse()'
  return [
    `CREATE OR REPLACE FUNCTION audit_entries_refuse() RETURNS trigger LANGUAGE plpgsql AS
     $$ BEGIN RAISE EXCEPTION '${APPEND_ONLY}' USING ERRCODE = 'integrity_constraint_violation'; END $$`,
    `CREATE OR REPLACE TRIGGER audit_entries_no_update BEFORE UPDATE ON audit_entries
     FOR EACH ROW ${refuse}`,
    `CREATE OR REPLACE TRIGGER audit_entries_no_delete BEFORE DELETE ON audit_entries
     FOR EACH ROW WHEN (OLD.at > (extract(epoch from now()) - ${KEPT_SECONDS}) * 1000) ${refuse}`,
  ]
}

/** What both databases answer when somebody tries to rewrite the trail. */
export const APPEND_ONLY = 'audit_entries_append_only'

/** So long the database itself keeps a line, by its own clock. */
export const KEPT_DAYS = 365

type Engine = 'sqlite' | 'postgres'

/** Names of the guards as the database lists them; health refuses to go on without them. */
export function guardNames(engine: Engine): string[] {
  const shared = ['audit_entries', 'audit_links'].flatMap((table) => [
    `${table}_no_delete`,
    `${table}_no_update`,
  ])
  // SQLite knows no TRUNCATE; its DELETE without a condition asks the triggers.
  return engine === 'sqlite'
    ? shared
    : [...shared, 'audit_entries_no_truncate', 'audit_links_no_truncate']
}

const KEPT_SECONDS = KEPT_DAYS * 86_400

/**
 * Statements that make the trail append only: the database itself refuses UPDATE, and DELETE
 * until a line has had its time, whoever asks. They may run again at any time.
 */
export function auditGuards(engine: Engine): string[] {
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

/**
 * The same for the chain over the trail. A link goes after its entry and never before; the newest
 * stays for ever, since the next one begins with its hash.
 */
export function chainGuards(engine: Engine): string[] {
  const isNeeded = `EXISTS (SELECT 1 FROM audit_entries WHERE id = OLD.entry_id)
     OR NOT EXISTS (SELECT 1 FROM audit_links WHERE position > OLD.position)`
  if (engine === 'sqlite') {
    const refuse = `BEGIN SELECT RAISE(ABORT, '${APPEND_ONLY}'); END`
    return [
      `CREATE TRIGGER IF NOT EXISTS audit_links_no_update BEFORE UPDATE ON audit_links ${refuse}`,
      `CREATE TRIGGER IF NOT EXISTS audit_links_no_delete BEFORE DELETE ON audit_links
       WHEN ${isNeeded} ${refuse}`,
    ]
  }
  const refuse = 'EXECUTE FUNCTION audit_entries_refuse()'
  const truncate = (table: string) =>
    `CREATE OR REPLACE TRIGGER ${table}_no_truncate BEFORE TRUNCATE ON ${table}
     FOR EACH STATEMENT ${refuse}`
  return [
    `CREATE OR REPLACE FUNCTION audit_links_refuse_delete() RETURNS trigger LANGUAGE plpgsql AS
     $$ BEGIN IF ${isNeeded} THEN RAISE EXCEPTION '${APPEND_ONLY}'
     USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN OLD; END $$`,
    `CREATE OR REPLACE TRIGGER audit_links_no_update BEFORE UPDATE ON audit_links
     FOR EACH ROW ${refuse}`,
    `CREATE OR REPLACE TRIGGER audit_links_no_delete BEFORE DELETE ON audit_links
     FOR EACH ROW EXECUTE FUNCTION audit_links_refuse_delete()`,
    truncate('audit_entries'),
    truncate('audit_links'),
  ]
}

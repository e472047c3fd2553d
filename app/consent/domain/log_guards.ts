/** What both databases answer when somebody tries to rewrite the log of choices. */
export const APPEND_ONLY = 'consent_log_append_only'

/** Two years: a choice is asked for anew after half a year, and may be disputed for a while. */
export const KEPT_DAYS = 730

const TABLES = ['consent_choices', 'consent_account_choices']
const KEPT_SECONDS = KEPT_DAYS * 86_400

/** The database itself refuses UPDATE, and DELETE until a row has had its time, whoever asks. */
export function logGuards(engine: 'sqlite' | 'postgres'): string[] {
  if (engine === 'sqlite') return TABLES.flatMap(sqliteGuards)
  const refuse = `CREATE OR REPLACE FUNCTION consent_log_refuse() RETURNS trigger LANGUAGE plpgsql AS
     $$ BEGIN RAISE EXCEPTION '${APPEND_ONLY}' USING ERRCODE = 'integrity_constraint_violation'; END $$`
  return [refuse, ...TABLES.flatMap(postgresGuards)]
}

function sqliteGuards(table: string): string[] {
  const refuse = `BEGIN SELECT RAISE(ABORT, '${APPEND_ONLY}'); END`
  return [
    `CREATE TRIGGER IF NOT EXISTS ${table}_no_update BEFORE UPDATE ON ${table} ${refuse}`,
    `CREATE TRIGGER IF NOT EXISTS ${table}_no_delete BEFORE DELETE ON ${table}
     WHEN OLD.at > (unixepoch() - ${KEPT_SECONDS}) * 1000 ${refuse}`,
  ]
}

function postgresGuards(table: string): string[] {
  const refuse = 'EXECUTE FUNCTION consent_log_refuse()'
  return [
    `CREATE OR REPLACE TRIGGER ${table}_no_update BEFORE UPDATE ON ${table}
     FOR EACH ROW ${refuse}`,
    `CREATE OR REPLACE TRIGGER ${table}_no_delete BEFORE DELETE ON ${table}
     FOR EACH ROW WHEN (OLD.at > (extract(epoch from now()) - ${KEPT_SECONDS}) * 1000) ${refuse}`,
  ]
}

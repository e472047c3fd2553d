/** Under which location the changes of the rules are counted. */
export const RULES = 0

/** What the times of every location may depend on. */
const RULE_TABLES = [
  'scheduling_services',
  'scheduling_service_locations',
  'scheduling_requirements',
  'scheduling_requirement_resources',
  'scheduling_resources',
  'scheduling_opening_rules',
  'scheduling_opening_exceptions',
  'organisation_locations',
]

/** What keeps places busy, with the columns that matter; each row names its location. */
const BUSY_TABLES: Record<string, string> = {
  scheduling_reservations: 'state, session_id, starts_at, ends_at, expires_at',
  scheduling_blocks: 'location_id, resource_id, starts_at, ends_at',
}

const COUNT = (location: string) =>
  `INSERT INTO scheduling_changes (location_id, n) VALUES (${location}, 1)
   ON CONFLICT (location_id) DO UPDATE SET n = scheduling_changes.n + 1;`

type Trigger = { name: string; sql: string }

/** One trigger a verb: SQLite knows no other. */
export function sqliteChangeTriggers(): Trigger[] {
  const rules = RULE_TABLES.flatMap((table) =>
    ['INSERT', 'UPDATE', 'DELETE'].map((event) => sqliteTrigger(table, event, [String(RULES)]))
  )
  const busy = Object.entries(BUSY_TABLES).flatMap(([table, columns]) => [
    sqliteTrigger(table, 'INSERT', ['NEW.location_id']),
    sqliteTrigger(table, `UPDATE OF ${columns}`, ['OLD.location_id', 'NEW.location_id']),
    sqliteTrigger(table, 'DELETE', ['OLD.location_id']),
  ])
  return [...rules, ...busy]
}

function sqliteTrigger(table: string, event: string, locations: string[]): Trigger {
  const name = `${table}_${event.slice(0, 6).toLowerCase()}_counts`
  const counts = locations.map(COUNT).join(' ')
  return { name, sql: `CREATE TRIGGER ${name} AFTER ${event} ON ${table} BEGIN ${counts} END` }
}

/**
 * What is busy is counted at the end of the transaction: the count of a location is one row, and
 * whoever has it makes others wait until the commit.
 */
export const POSTGRES_CHANGE_FUNCTION = `
  CREATE OR REPLACE FUNCTION scheduling_count_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF TG_ARGV[0] = 'rules' THEN ${COUNT(String(RULES))} RETURN NULL; END IF;
    IF TG_OP <> 'INSERT' THEN ${COUNT('OLD.location_id')} END IF;
    IF TG_OP = 'INSERT' THEN ${COUNT('NEW.location_id')} END IF;
    IF TG_OP = 'UPDATE' AND NEW.location_id <> OLD.location_id THEN ${COUNT('NEW.location_id')} END IF;
    RETURN NULL;
  END $$`

export function postgresChangeTriggers(): Trigger[] {
  const rules = RULE_TABLES.map((table) => ({
    name: `${table}_counts`,
    sql: `CREATE TRIGGER ${table}_counts AFTER INSERT OR UPDATE OR DELETE ON ${table}
      FOR EACH STATEMENT EXECUTE FUNCTION scheduling_count_change('rules')`,
  }))
  const busy = Object.entries(BUSY_TABLES).map(([table, columns]) => ({
    name: `${table}_counts`,
    sql: `CREATE CONSTRAINT TRIGGER ${table}_counts
      AFTER INSERT OR UPDATE OF ${columns} OR DELETE ON ${table}
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION scheduling_count_change('busy')`,
  }))
  return [...rules, ...busy]
}

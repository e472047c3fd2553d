type Guard = {
  /** also how it calls itself when it refuses */
  name: string
  table: string
  event: string
  when: string
  refuses: string
  /** PostgreSQL: first takes the row that is to stay as it is read until the transaction ends */
  locks: string
}

const living = (row: string) => `${row}.state IN ('held', 'pending', 'confirmed')`
const isChanged = (columns: string[]) =>
  columns.map((column) => `OLD.${column} <> NEW.${column}`).join(' OR ')

const INSIDE = {
  table: 'scheduling_reservations',
  refuses: `NOT EXISTS (SELECT 1 FROM scheduling_sessions s WHERE s.id = NEW.session_id
    AND s.active AND s.starts_at = NEW.starts_at AND s.ends_at = NEW.ends_at
    AND s.capacity > NEW.place)`,
  locks: 'PERFORM 1 FROM scheduling_sessions WHERE id = NEW.session_id FOR SHARE;',
}

/** What says where a living reservation is; a change of state alone leaves it there. */
const WHERE = ['session_id', 'starts_at', 'ends_at', 'place']

/**
 * A living reservation has a place in an active session at its own time, and no session closes
 * or moves under people: who is alone in it may move with it.
 */
export const SESSION_GUARDS: readonly Guard[] = [
  {
    ...INSIDE,
    name: 'reservations_in_session_insert',
    event: 'INSERT',
    when: living('NEW'),
  },
  {
    ...INSIDE,
    name: 'reservations_in_session_update',
    event: `UPDATE OF state, ${WHERE.join(', ')}`,
    when: `${living('NEW')} AND (NOT ${living('OLD')} OR ${isChanged(WHERE)})`,
  },
  {
    name: 'sessions_keep_people',
    table: 'scheduling_sessions',
    event: 'UPDATE OF active, starts_at, ends_at',
    when: `NOT NEW.active OR ${isChanged(['starts_at', 'ends_at'])}`,
    refuses: `(SELECT count(*) FROM scheduling_reservations r
      WHERE r.session_id = NEW.id AND ${living('r')}) > CASE WHEN NEW.active THEN 1 ELSE 0 END`,
    // The row that is updated is taken already.
    locks: '',
  },
]

export function sqliteSessionGuard({ name, table, event, when, refuses }: Guard): string[] {
  return [
    `CREATE TRIGGER IF NOT EXISTS ${name} BEFORE ${event} ON ${table}
     WHEN (${when}) AND (${refuses}) BEGIN SELECT RAISE(ABORT, '${name}'); END`,
  ]
}

export function postgresSessionGuard(guard: Guard): string[] {
  const { name, table, event, when, refuses, locks } = guard
  return [
    `CREATE OR REPLACE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
       ${locks}
       IF (${refuses}) THEN
         RAISE EXCEPTION '${name}' USING ERRCODE = '23514', CONSTRAINT = '${name}';
       END IF;
       RETURN NEW;
     END $$`,
    `CREATE OR REPLACE TRIGGER ${name} BEFORE ${event} ON ${table}
     FOR EACH ROW WHEN (${when}) EXECUTE FUNCTION ${name}()`,
  ]
}

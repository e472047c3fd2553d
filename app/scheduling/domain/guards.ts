/** How all three guards call themselves when they refuse an overlap. */
export const NO_OVERLAP = 'allocations_no_overlap'

export const SQLITE_GUARDS = [`${NO_OVERLAP}_insert`, `${NO_OVERLAP}_update`] as const

/** Bounds the trigger's search; the table's CHECK refuses longer allocations. */
const LONGEST = 172_800_000

const TAKEN = `SELECT 1 FROM scheduling_allocations a
  WHERE a.resource_id = NEW.resource_id AND a.seat = NEW.seat AND a.active
    AND a.id IS DISTINCT FROM NEW.id
    AND a.starts_at < NEW.ends_at AND a.starts_at > NEW.starts_at - ${LONGEST}
    AND a.ends_at > NEW.starts_at`

/** May run again at any time. */
export function sqliteGuards(): string[] {
  return (['INSERT', 'UPDATE'] as const).map(
    (verb, i) => `CREATE TRIGGER IF NOT EXISTS ${SQLITE_GUARDS[i]}
     BEFORE ${verb} ON scheduling_allocations WHEN NEW.active AND EXISTS (${TAKEN})
     BEGIN SELECT RAISE(ABORT, '${NO_OVERLAP}'); END`
  )
}

export const POSTGRES_EXCLUSION = [
  'CREATE EXTENSION IF NOT EXISTS btree_gist',
  `ALTER TABLE scheduling_allocations ADD CONSTRAINT ${NO_OVERLAP}
   EXCLUDE USING gist (resource_id WITH =, seat WITH =, int8range(starts_at, ends_at, '[)') WITH &&)
   WHERE (active)`,
]

/**
 * Where btree_gist is refused. The lock makes writers of one resource wait for each other, so
 * that each sees what the one before it has committed.
 */
export const POSTGRES_TRIGGER = [
  `CREATE OR REPLACE FUNCTION ${NO_OVERLAP}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
     PERFORM pg_advisory_xact_lock(505050, NEW.resource_id);
     IF EXISTS (${TAKEN}) THEN
       RAISE EXCEPTION '${NO_OVERLAP}' USING ERRCODE = '23P01', CONSTRAINT = '${NO_OVERLAP}';
     END IF;
     RETURN NEW;
   END $$`,
  `CREATE OR REPLACE TRIGGER ${NO_OVERLAP} BEFORE INSERT OR UPDATE ON scheduling_allocations
   FOR EACH ROW WHEN (NEW.active) EXECUTE FUNCTION ${NO_OVERLAP}()`,
]

type DatabaseError = Error & { code?: string; constraint?: string }

/** The database refused a second reservation of a place. */
export function isOverlap(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code, constraint, message } = error as DatabaseError
  return (
    (code === '23P01' && constraint === NO_OVERLAP) ||
    (code === '23505' && constraint === 'scheduling_reservations_place') ||
    (code === 'SQLITE_CONSTRAINT_TRIGGER' && message.endsWith(NO_OVERLAP)) ||
    (code === 'SQLITE_CONSTRAINT_UNIQUE' && message.includes('scheduling_reservations.place'))
  )
}

/** What both databases answer when somebody tries to rewrite what was said about a ticket. */
export const APPEND_ONLY = 'helpdesk_entries_append_only'

const KEPT = ['id', 'public_id', 'ticket_id', 'deed', 'from_state', 'to_state']
const ALSO = ['changes', 'actor_kind', 'actor_id', 'created_at']

/** Only the words may go, when a person is erased; everything else stays as it was written. */
const REWRITES = (isNot: string) =>
  `NEW.text IS NOT NULL OR ${[...KEPT, ...ALSO].map((column) => `NEW.${column} ${isNot} OLD.${column}`).join(' OR ')}`

const IS_RUNNING = `EXISTS (SELECT 1 FROM helpdesk_tickets
  WHERE id = OLD.ticket_id AND state NOT IN ('closed', 'cancelled'))`

/** The database itself keeps entries: statements that may run again at any time. */
export function entryGuards(engine: 'sqlite' | 'postgres'): string[] {
  return engine === 'sqlite' ? sqlite() : postgres()
}

function sqlite(): string[] {
  const refuse = `BEGIN SELECT RAISE(ABORT, '${APPEND_ONLY}'); END`
  return [
    `CREATE TRIGGER IF NOT EXISTS helpdesk_entries_no_update BEFORE UPDATE ON helpdesk_entries
     WHEN ${REWRITES('IS NOT')} ${refuse}`,
    `CREATE TRIGGER IF NOT EXISTS helpdesk_entries_no_delete BEFORE DELETE ON helpdesk_entries
     WHEN ${IS_RUNNING} ${refuse}`,
  ]
}

/** A condition of PostgreSQL's triggers cannot ask another table, so the function does. */
function postgres(): string[] {
  return [
    `CREATE OR REPLACE FUNCTION helpdesk_entries_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
     BEGIN
       IF TG_OP = 'DELETE' THEN
         IF NOT ${IS_RUNNING} THEN RETURN OLD; END IF;
       ELSIF NOT (${REWRITES('IS DISTINCT FROM')}) THEN
         RETURN NEW;
       END IF;
       RAISE EXCEPTION '${APPEND_ONLY}' USING ERRCODE = 'integrity_constraint_violation';
     END $$`,
    `CREATE OR REPLACE TRIGGER helpdesk_entries_kept BEFORE UPDATE OR DELETE ON helpdesk_entries
     FOR EACH ROW EXECUTE FUNCTION helpdesk_entries_refuse()`,
  ]
}

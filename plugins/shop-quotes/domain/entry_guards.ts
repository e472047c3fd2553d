/** What both databases answer when somebody tries to rewrite what was said or done. */
export const APPEND_ONLY = 'shop_quotes_entries_append_only'

const KEPT = ['id', 'public_id', 'order_id', 'quote_id', 'deed', 'from_state', 'to_state']
const ALSO = ['changes', 'actor_kind', 'actor_id', 'created_at']

/** Only the words may go, when a person is erased; everything else stays as it was written. */
const rewrites = (isNot: string) =>
  `NEW.text IS NOT NULL OR ${[...KEPT, ...ALSO].map((column) => `NEW.${column} ${isNot} OLD.${column}`).join(' OR ')}`

/** The database itself keeps entries: statements that may run again at any time. */
export function entryGuards(engine: 'sqlite' | 'postgres'): string[] {
  return engine === 'sqlite' ? sqlite() : postgres()
}

export function withoutEntryGuards(engine: 'sqlite' | 'postgres'): string[] {
  return engine === 'sqlite'
    ? ['DROP TRIGGER shop_quotes_entries_no_update', 'DROP TRIGGER shop_quotes_entries_no_delete']
    : [
        'DROP TRIGGER shop_quotes_entries_kept ON shop_quotes_entries',
        'DROP FUNCTION shop_quotes_entries_refuse()',
      ]
}

function sqlite(): string[] {
  const refuse = `BEGIN SELECT RAISE(ABORT, '${APPEND_ONLY}'); END`
  return [
    `CREATE TRIGGER IF NOT EXISTS shop_quotes_entries_no_update
     BEFORE UPDATE ON shop_quotes_entries WHEN ${rewrites('IS NOT')} ${refuse}`,
    `CREATE TRIGGER IF NOT EXISTS shop_quotes_entries_no_delete
     BEFORE DELETE ON shop_quotes_entries ${refuse}`,
  ]
}

function postgres(): string[] {
  return [
    `CREATE OR REPLACE FUNCTION shop_quotes_entries_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
     BEGIN
       IF TG_OP = 'UPDATE' AND NOT (${rewrites('IS DISTINCT FROM')}) THEN
         RETURN NEW;
       END IF;
       RAISE EXCEPTION '${APPEND_ONLY}' USING ERRCODE = 'integrity_constraint_violation';
     END $$`,
    `CREATE OR REPLACE TRIGGER shop_quotes_entries_kept BEFORE UPDATE OR DELETE ON shop_quotes_entries
     FOR EACH ROW EXECUTE FUNCTION shop_quotes_entries_refuse()`,
  ]
}

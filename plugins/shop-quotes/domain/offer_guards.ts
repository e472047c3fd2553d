/** What both databases answer when somebody tries to change what a customer was offered. */
export const SENT_FOR_GOOD = 'shop_quotes_quote_versions_sent_for_good'

const VERSIONS = 'shop_quotes_quote_versions'
const LINES = 'shop_quotes_quote_lines'
const KEPT = ['id', 'public_id', 'quote_id', 'number', 'last_day', 'currency', 'whole_discount_bp']
const ALSO = ['totals', 'total_minor', 'digest', 'sent_at', 'sent_by_id']
/** These may only go, when a person is erased. */
const WORDS = ['intro', 'conditions']

const rewrites = (isNot: string) =>
  [
    ...[...KEPT, ...ALSO].map((column) => `NEW.${column} ${isNot} OLD.${column}`),
    ...WORDS.map(
      (column) => `(NEW.${column} IS NOT NULL AND NEW.${column} ${isNot} OLD.${column})`
    ),
  ].join(' OR ')

const isSent = (line: 'OLD' | 'NEW') =>
  `EXISTS (SELECT 1 FROM ${VERSIONS} WHERE id = ${line}.quote_version_id AND sent_at IS NOT NULL)`

/** The database itself keeps what was sent: statements that may run again at any time. */
export function offerGuards(engine: 'sqlite' | 'postgres'): string[] {
  return engine === 'sqlite' ? sqlite() : postgres()
}

export function withoutOfferGuards(engine: 'sqlite' | 'postgres'): string[] {
  return engine === 'sqlite'
    ? [
        ...['no_update', 'no_delete'].map((name) => `DROP TRIGGER ${VERSIONS}_${name}`),
        ...['no_insert', 'no_update', 'no_delete'].map((name) => `DROP TRIGGER ${LINES}_${name}`),
      ]
    : [VERSIONS, LINES].flatMap((table) => [
        `DROP TRIGGER ${table}_kept ON ${table}`,
        `DROP FUNCTION ${table}_refuse()`,
      ])
}

function sqlite(): string[] {
  const guard = (table: string, deed: 'insert' | 'update' | 'delete', when: string) =>
    `CREATE TRIGGER IF NOT EXISTS ${table}_no_${deed} BEFORE ${deed} ON ${table}
     WHEN ${when} BEGIN SELECT RAISE(ABORT, '${SENT_FOR_GOOD}'); END`
  return [
    guard(VERSIONS, 'update', `OLD.sent_at IS NOT NULL AND (${rewrites('IS NOT')})`),
    guard(VERSIONS, 'delete', 'OLD.sent_at IS NOT NULL'),
    guard(LINES, 'insert', isSent('NEW')),
    guard(LINES, 'update', `${isSent('OLD')} OR ${isSent('NEW')}`),
    guard(LINES, 'delete', isSent('OLD')),
  ]
}

function postgres(): string[] {
  const guard = (table: string, deeds: string, isRefused: string) => [
    `CREATE OR REPLACE FUNCTION ${table}_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
     BEGIN
       IF ${isRefused} THEN
         RAISE EXCEPTION '${SENT_FOR_GOOD}' USING ERRCODE = 'integrity_constraint_violation';
       END IF;
       RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
     END $$`,
    `CREATE OR REPLACE TRIGGER ${table}_kept BEFORE ${deeds} ON ${table}
     FOR EACH ROW EXECUTE FUNCTION ${table}_refuse()`,
  ]
  const isRewritten = `TG_OP = 'DELETE' OR ${rewrites('IS DISTINCT FROM')}`
  const isOfSent = `(TG_OP <> 'INSERT' AND ${isSent('OLD')}) OR (TG_OP <> 'DELETE' AND ${isSent('NEW')})`
  return [
    ...guard(VERSIONS, 'UPDATE OR DELETE', `OLD.sent_at IS NOT NULL AND (${isRewritten})`),
    ...guard(LINES, 'INSERT OR UPDATE OR DELETE', isOfSent),
  ]
}

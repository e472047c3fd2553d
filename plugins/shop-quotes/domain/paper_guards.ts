/** What both databases answer when somebody tries to change or remove a paper. */
export const ISSUED_FOR_GOOD = 'shop_quotes_documents_issued_for_good'
/** The same where a paper would have an earlier day than the one before it. */
export const DATES_GO_ON = 'shop_quotes_documents_dates_go_on'

const TABLE = 'shop_quotes_documents'

/** Of the paper before it in its series and year, which the unique index finds at once. */
const LATER_BEFORE = `EXISTS (
  SELECT 1 FROM ${TABLE} AS earlier WHERE earlier.series = NEW.series AND earlier.year = NEW.year
    AND earlier.issued_on > NEW.issued_on AND earlier.nth = (
      SELECT max(nth) FROM ${TABLE} WHERE series = NEW.series AND year = NEW.year AND nth < NEW.nth
    )
)`

/** The database itself keeps papers: statements that may run again at any time. */
export function paperGuards(engine: 'sqlite' | 'postgres'): string[] {
  return engine === 'sqlite' ? sqlite() : postgres()
}

export function withoutPaperGuards(engine: 'sqlite' | 'postgres'): string[] {
  return engine === 'sqlite'
    ? ['no_update', 'no_delete', 'dated'].map((name) => `DROP TRIGGER ${TABLE}_${name}`)
    : [
        `DROP TRIGGER ${TABLE}_kept ON ${TABLE}`,
        `DROP TRIGGER ${TABLE}_dated ON ${TABLE}`,
        `DROP FUNCTION ${TABLE}_refuse()`,
        `DROP FUNCTION ${TABLE}_date()`,
      ]
}

function sqlite(): string[] {
  const refuse = (why: string) => `BEGIN SELECT RAISE(ABORT, '${why}'); END`
  return [
    `CREATE TRIGGER IF NOT EXISTS ${TABLE}_no_update BEFORE UPDATE ON ${TABLE}
     ${refuse(ISSUED_FOR_GOOD)}`,
    `CREATE TRIGGER IF NOT EXISTS ${TABLE}_no_delete BEFORE DELETE ON ${TABLE}
     ${refuse(ISSUED_FOR_GOOD)}`,
    `CREATE TRIGGER IF NOT EXISTS ${TABLE}_dated BEFORE INSERT ON ${TABLE}
     WHEN ${LATER_BEFORE} ${refuse(DATES_GO_ON)}`,
  ]
}

function postgres(): string[] {
  const violates = "USING ERRCODE = 'integrity_constraint_violation'"
  return [
    `CREATE OR REPLACE FUNCTION ${TABLE}_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
     BEGIN
       RAISE EXCEPTION '${ISSUED_FOR_GOOD}' ${violates};
     END $$`,
    `CREATE OR REPLACE FUNCTION ${TABLE}_date() RETURNS trigger LANGUAGE plpgsql AS $$
     BEGIN
       IF ${LATER_BEFORE} THEN
         RAISE EXCEPTION '${DATES_GO_ON}' ${violates};
       END IF;
       RETURN NEW;
     END $$`,
    `CREATE OR REPLACE TRIGGER ${TABLE}_kept BEFORE UPDATE OR DELETE ON ${TABLE}
     FOR EACH ROW EXECUTE FUNCTION ${TABLE}_refuse()`,
    `CREATE OR REPLACE TRIGGER ${TABLE}_dated BEFORE INSERT ON ${TABLE}
     FOR EACH ROW EXECUTE FUNCTION ${TABLE}_date()`,
  ]
}

/** What both databases answer when the money of an order, a payment or a refund cannot be. */
export const IMPOSSIBLE_MONEY = 'shop_quotes_impossible_money'

/** Table by table, what no row may say, of the columns of the row to be written. */
const IMPOSSIBLE: Record<string, string[]> = {
  shop_quotes_orders: [
    'NEW.total_minor < 0',
    'NEW.paid_minor < 0',
    'NEW.repaid_minor < 0',
    'NEW.withdrawn_minor < 0',
    'NEW.withdrawn_minor > NEW.total_minor',
  ],
  shop_quotes_payments: ['NEW.amount_minor < 0'],
  shop_quotes_refunds: ['NEW.amount_minor <= 0'],
}

const TABLES = Object.entries(IMPOSSIBLE).map(([table, rules]) => [table, rules.join(' OR ')])

/** The database itself refuses such rows: statements that may run again at any time. */
export function moneyGuards(engine: 'sqlite' | 'postgres'): string[] {
  return TABLES.flatMap(([table, rules]) =>
    engine === 'sqlite' ? sqlite(table, rules) : postgres(table, rules)
  )
}

export function withoutMoneyGuards(engine: 'sqlite' | 'postgres'): string[] {
  return TABLES.flatMap(([table]) =>
    engine === 'sqlite'
      ? ['insert', 'update'].map((deed) => `DROP TRIGGER ${table}_money_${deed}`)
      : [`DROP TRIGGER ${table}_money ON ${table}`, `DROP FUNCTION ${table}_money()`]
  )
}

const sqlite = (table: string, rules: string) =>
  ['insert', 'update'].map(
    (deed) => `CREATE TRIGGER IF NOT EXISTS ${table}_money_${deed} BEFORE ${deed} ON ${table}
     WHEN ${rules} BEGIN SELECT RAISE(ABORT, '${IMPOSSIBLE_MONEY}'); END`
  )

const postgres = (table: string, rules: string) => [
  `CREATE OR REPLACE FUNCTION ${table}_money() RETURNS trigger LANGUAGE plpgsql AS $$
     BEGIN
       IF ${rules} THEN
         RAISE EXCEPTION '${IMPOSSIBLE_MONEY}' USING ERRCODE = 'integrity_constraint_violation';
       END IF;
       RETURN NEW;
     END $$`,
  `CREATE OR REPLACE TRIGGER ${table}_money BEFORE INSERT OR UPDATE ON ${table}
     FOR EACH ROW EXECUTE FUNCTION ${table}_money()`,
]

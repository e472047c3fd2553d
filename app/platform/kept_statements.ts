import { withPlaceholders } from '#app/platform/domain/placeholders'

type Connection = { prepare(sql: string): unknown }

const MOST_STATEMENTS = 400
const CHANGES_SCHEMA = /^\s*(?:create|alter|drop)\b/i

/**
 * knex prepares every statement again each time it runs, which on SQLite costs more than most of
 * them do. One connection keeps those it ran; a change of the schema forgets them all.
 */
export function keepStatements(connection: Connection): void {
  const prepare = connection.prepare.bind(connection)
  const kept = new Map<string, unknown>()
  connection.prepare = (sql) => {
    if (CHANGES_SCHEMA.test(sql)) {
      kept.clear()
      return prepare(sql)
    }
    let statement = kept.get(sql)
    if (statement === undefined) {
      if (kept.size >= MOST_STATEMENTS) kept.clear()
      statement = prepare(withSteadyPlan(sql))
      kept.set(sql, statement)
    }
    return statement
  }
}

/**
 * SQLite looks at what is bound to `id = ?` or `limit ?` when it plans, and the driver clears the
 * bindings after each run: such a statement would be planned anew every time, at ten times its
 * price. `+?` has the same value and is not looked at.
 */
const withSteadyPlan = (sql: string) => withPlaceholders(sql, () => '+?')

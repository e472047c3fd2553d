import db from '@adonisjs/lucid/services/db'
import { type Client, dialect, readTogether, rows } from '#core/platform'
import {
  POSTGRES_CHANGE_FUNCTION,
  postgresChangeTriggers,
  RULES,
  sqliteChangeTriggers,
} from '#app/scheduling/domain/change_triggers'

/** What was computed under the same counts is still true, but for holds that lapse. */
export interface ChangeCounts {
  /** changes of services, resources, hours and locations so far */
  readonly rules: number
  /** changes of what is busy at the location so far */
  readonly busy: number
}

interface CountRow {
  location_id: number
  n: number | string
}

/** Read before what it vouches for: a change in between makes that newer, never older. */
export function changeCounts(client: Client, locationId: number): Promise<ChangeCounts> {
  return client.isTransaction ? readCounts(client, locationId) : countsNow(locationId)
}

/** Every page asks, and a crowd asks at once. */
const countsNow = readTogether((locationId: number) => readCounts(db.connection(), locationId))

async function readCounts(client: Client, locationId: number): Promise<ChangeCounts> {
  const found = await rows<CountRow>(
    client,
    'select location_id, n from scheduling_changes where location_id in (?, ?)',
    [RULES, locationId]
  )
  const countOf = (id: number) => Number(found.find((row) => row.location_id === id)?.n ?? 0)
  return { rules: countOf(RULES), busy: countOf(locationId) }
}

/** Puts back the triggers that a migration lost with their table; runs after every migration. */
export async function ensureChangeTriggers(client: Client): Promise<void> {
  const isPostgres = dialect(client) === 'postgres'
  if (isPostgres) await client.rawQuery(POSTGRES_CHANGE_FUNCTION)
  const wanted = isPostgres ? postgresChangeTriggers() : sqliteChangeTriggers()
  const found = await rows<{ name: string }>(
    client,
    isPostgres
      ? `select tgname as name from pg_trigger where tgname like '%_counts' and not tgisinternal`
      : `select name from sqlite_master where type = 'trigger' and name like '%_counts'`,
    []
  )
  const present = new Set(found.map(({ name }) => name))
  for (const { name, sql } of wanted) if (!present.has(name)) await client.rawQuery(sql)
}

import { type Client, dialect, rows } from '#core/platform'
import {
  NO_OVERLAP,
  POSTGRES_EXCLUSION,
  POSTGRES_TRIGGER,
  SQLITE_GUARDS,
  sqliteGuards,
} from '#app/scheduling/domain/guards'

/** True when the database itself refuses overlapping allocations; boot and health ask. */
export async function guardsPresent(client: Client): Promise<boolean> {
  if (dialect(client) === 'sqlite') {
    const triggers = await rows<{ name: string }>(
      client,
      `select name from sqlite_master where type = 'trigger' and name in (?, ?)`,
      [...SQLITE_GUARDS]
    )
    return triggers.length === SQLITE_GUARDS.length
  }
  const guards = await rows(
    client,
    `select 1 from pg_constraint where conname = ? and conrelid = to_regclass('scheduling_allocations')
     union all select 1 from pg_trigger
     where tgname = ? and tgrelid = to_regclass('scheduling_allocations') and tgenabled <> 'D'`,
    [NO_OVERLAP, NO_OVERLAP]
  )
  return guards.length > 0
}

/** Puts the guards back where a migration lost them; runs after every migration. */
export async function ensureGuards(client: Client): Promise<void> {
  if (await guardsPresent(client)) return
  if (dialect(client) === 'sqlite') {
    for (const statement of sqliteGuards()) await client.rawQuery(statement)
    return
  }
  try {
    await runTogether(client, POSTGRES_EXCLUSION)
  } catch (error) {
    if (!isRefusedExtension(error)) throw error
    await runTogether(client, POSTGRES_TRIGGER)
  }
}

async function runTogether(client: Client, statements: readonly string[]): Promise<void> {
  await client.transaction(async (trx) => {
    for (const statement of statements) await trx.rawQuery(statement)
  })
}

/** 42501: not allowed to create the extension; 0A000, 58P01: the server does not have it. */
function isRefusedExtension(error: unknown): boolean {
  const { code } = error as { code?: string }
  return code === '42501' || code === '0A000' || code === '58P01'
}

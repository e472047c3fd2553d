import { type Client, dialect, rows } from '#core/platform'
import {
  NO_OVERLAP,
  POSTGRES_EXCLUSION,
  POSTGRES_TRIGGER,
  SQLITE_GUARDS,
  sqliteGuards,
} from '#app/scheduling/domain/guards'
import {
  postgresSessionGuard,
  SESSION_GUARDS,
  sqliteSessionGuard,
} from '#app/scheduling/domain/session_guards'

/** True when the database itself refuses what docs/domain/reservations.md says; boot and health ask. */
export async function guardsPresent(client: Client): Promise<boolean> {
  return (await refusesOverlaps(client)) && (await missingSessionGuards(client)).length === 0
}

/** Puts the guards back where a migration lost them; runs after every migration. */
export async function ensureGuards(client: Client): Promise<void> {
  if (!(await refusesOverlaps(client))) await refuseOverlaps(client)
  const write = dialect(client) === 'sqlite' ? sqliteSessionGuard : postgresSessionGuard
  for (const guard of await missingSessionGuards(client)) await runTogether(client, write(guard))
}

async function refusesOverlaps(client: Client): Promise<boolean> {
  const present = await triggers(client)
  if (dialect(client) === 'sqlite') return SQLITE_GUARDS.every((name) => present.has(name))
  if (present.has(NO_OVERLAP)) return true
  const constraint = await rows(
    client,
    `select 1 from pg_constraint where conname = ? and conrelid = to_regclass('scheduling_allocations')`,
    [NO_OVERLAP]
  )
  return constraint.length > 0
}

async function missingSessionGuards(client: Client) {
  const present = await triggers(client)
  return SESSION_GUARDS.filter(({ name }) => !present.has(name))
}

async function triggers(client: Client): Promise<Set<string>> {
  const found = await rows<{ name: string }>(
    client,
    dialect(client) === 'sqlite'
      ? `select name from sqlite_master where type = 'trigger' and tbl_name like 'scheduling_%'`
      : `select tgname as name from pg_trigger where tgenabled <> 'D' and tgrelid in
         (to_regclass('scheduling_allocations'), to_regclass('scheduling_sessions'),
          to_regclass('scheduling_reservations'))`,
    []
  )
  return new Set(found.map(({ name }) => name))
}

async function refuseOverlaps(client: Client): Promise<void> {
  if (dialect(client) === 'sqlite') return runTogether(client, sqliteGuards())
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

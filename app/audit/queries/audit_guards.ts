import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { dialect, rows } from '#core/platform'
import { auditGuards, chainGuards, guardNames } from '#app/audit/domain/guards'

const POSTGRES = `select tgname as name from pg_trigger
  where tgrelid in (to_regclass('audit_entries'), to_regclass('audit_links')) and tgenabled <> 'D'`
const SQLITE = `select name from sqlite_master
  where type = 'trigger' and tbl_name in ('audit_entries', 'audit_links')`

/** Names of the guards that the database lacks; `[]` when the trail is safe. */
export async function missingAuditGuards(client: QueryClientContract): Promise<string[]> {
  const engine = dialect(client)
  const found = await rows<{ name: string }>(client, engine === 'postgres' ? POSTGRES : SQLITE)
  const present = found.map(({ name }) => name)
  return guardNames(engine).filter((name) => !present.includes(name))
}

/** Puts the guards back after a migration that rebuilt a table. */
export async function restoreAuditGuards(client: QueryClientContract): Promise<void> {
  const engine = dialect(client)
  for (const statement of [...auditGuards(engine), ...chainGuards(engine)]) {
    await client.rawQuery(statement)
  }
}

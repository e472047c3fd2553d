import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { dialect, rows } from '#core/platform'
import { AUDIT_GUARDS, auditGuards } from '#app/audit/domain/guards'

/** Names of the guards that the database lacks; `[]` when the trail is safe. */
export async function missingAuditGuards(client: QueryClientContract): Promise<string[]> {
  const sql =
    dialect(client) === 'postgres'
      ? `select tgname as name from pg_trigger
         where tgrelid = to_regclass('audit_entries') and tgenabled <> 'D'`
      : `select name from sqlite_master where type = 'trigger' and tbl_name = 'audit_entries'`
  const present = (await rows<{ name: string }>(client, sql)).map(({ name }) => name)
  return AUDIT_GUARDS.filter((name) => !present.includes(name))
}

/** Puts the guards back after a migration that rebuilt the table. */
export async function restoreAuditGuards(client: QueryClientContract): Promise<void> {
  for (const statement of auditGuards(dialect(client))) await client.rawQuery(statement)
}

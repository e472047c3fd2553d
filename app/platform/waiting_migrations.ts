import { readdir } from 'node:fs/promises'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import { pluginPath } from '#app/platform/installed'
import { rows, type Client } from '#app/platform/rows'
import { dialect } from '#app/platform/transaction'

/** Migrations of the core (null) or of a plugin that have not run; all of them before the first. */
export async function waitingMigrations(pluginId: string | null): Promise<number> {
  const table = pluginId ? `plugin_${pluginId.replaceAll('-', '_')}_schema` : 'platform_schema'
  const folder = pluginId ? pluginPath(pluginId, 'database', 'migrations') : app.migrationsPath()
  const files = await readdir(folder).catch(() => [])
  const migrations = files.filter((name) => /\d\w*\.(ts|js)$/.test(name) && !/\.d\.ts$/.test(name))
  if (migrations.length === 0) return 0
  if (!(await tableNames()).includes(table)) return migrations.length
  const [{ total }] = await db.from(table).count('* as total')
  return Math.max(0, migrations.length - Number(total))
}

const TABLES = {
  sqlite: "select name from sqlite_master where type = 'table'",
  postgres: 'select tablename as name from pg_tables where schemaname = current_schema()',
}

/** Every table of the database; the framework's own way asks past an open transaction. */
export async function tableNames(client: Client = db.connection()): Promise<string[]> {
  return (await rows<{ name: string }>(client, TABLES[dialect(client)])).map(({ name }) => name)
}

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'

/** Runs one statement on the maintenance database of the server that `url` points at. */
async function onServer(url: string, statement: string): Promise<void> {
  const server = new URL(url)
  server.pathname = '/postgres'
  const client = new pg.Client({ connectionString: server.href })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** A fresh PostgreSQL database beside the one that `url` names; `drop` removes it again. */
export async function freshPostgres(url: string, label: string) {
  const name = `sportello_${label}_${process.pid}_${Math.random().toString(36).slice(2, 8)}`
  await onServer(url, `create database ${name}`)
  // Thousands of commits need not reach the disk: what tests kill is the product, not PostgreSQL.
  await onServer(url, `alter database ${name} set synchronous_commit = off`)
  const database = new URL(url)
  database.pathname = `/${name}`
  return {
    url: database.href,
    drop: () => onServer(url, `drop database if exists ${name} with (force)`),
  }
}

const folders: string[] = []
process.on('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** A folder of its own under the system's temporary folder, removed when this process ends. */
export function temporaryFolder(label: string): string {
  const folder = mkdtempSync(join(tmpdir(), `sportello-${label}-`))
  folders.push(folder)
  return folder
}

let dropDatabase: (() => Promise<void>) | null = null

/**
 * Every test run has a data folder and a database of its own: SQLite, or with TEST_DATABASE_URL
 * a fresh database on that PostgreSQL server.
 */
export async function prepareTestEnvironment(): Promise<void> {
  // Of its own too, or runs side by side would find each other's uploads.
  process.env.TMPDIR = temporaryFolder('temporary')
  process.env.DATA_DIR = temporaryFolder('test')
  process.env.APP_KEY ??= 'a-key-for-tests-only-of-enough-length'
  process.env.HOST ??= '127.0.0.1'
  process.env.PORT ??= '0'
  process.env.APP_URL ??= 'http://localhost:3333'
  process.env.TRUSTED_PROXIES ??= '127.0.0.1,::1'
  delete process.env.DATABASE_URL
  if (process.env.TEST_DATABASE_URL) {
    const database = await freshPostgres(process.env.TEST_DATABASE_URL, 'test')
    process.env.DATABASE_URL = database.url
    dropDatabase = database.drop
  }
}

export async function dropTestDatabase(): Promise<void> {
  await dropDatabase?.()
}

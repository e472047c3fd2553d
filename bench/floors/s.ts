// Floor S: better-sqlite3, BEGIN IMMEDIATE, overlap check bounded by an index, insert, commit;
// WAL and synchronous FULL, one process. Asked `{ count }`, it answers `{ seconds }`.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'

const LENGTH = 30
const RESOURCES = 20

const folder = mkdtempSync(join(process.env.BENCH_DIR ?? tmpdir(), 'sportello-floor-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
process.on('SIGTERM', () => process.exit())

const database = new Database(join(folder, 'floor.sqlite3'))
database.pragma('journal_mode = WAL')
database.pragma('synchronous = FULL')
database.exec(`
  create table bookings (id integer primary key, resource integer, starts_at integer, ends_at integer, name text);
  create index bookings_time on bookings (resource, starts_at, ends_at);
`)
const overlapping = database.prepare(
  'select 1 from bookings where resource = ? and starts_at < ? and starts_at > ? and ends_at > ? limit 1'
)
const insert = database.prepare(
  'insert into bookings (resource, starts_at, ends_at, name) values (?, ?, ?, ?)'
)
const book = database.transaction((resource: number, from: number, to: number) => {
  // No appointment is longer than a day: the index bounds both ends.
  if (overlapping.get(resource, to, from - 1440, from)) throw new Error('taken')
  insert.run(resource, from, to, 'A name of usual length')
})

let slot = 0
process.on('message', ({ count }: { count: number }) => {
  const began = process.hrtime.bigint()
  for (let i = 0; i < count; i++, slot++) {
    const from = Math.floor(slot / RESOURCES) * LENGTH
    book.immediate(slot % RESOURCES, from, from + LENGTH)
  }
  process.send!({ seconds: Number(process.hrtime.bigint() - began) / 1e9 })
})
process.send!({ ready: true })

import db from '@adonisjs/lucid/services/db'
import { dialect } from '#core/platform'

/** Makes the database refuse every update of a table to this state. */
export async function refuseRows(table: string, state: string): Promise<void> {
  if (dialect(db.connection()) === 'sqlite') {
    await db.rawQuery(
      `create trigger testing_refuse before update on ${table} when new.state = '${state}'
       begin select raise(abort, 'no outcome'); end`
    )
    return
  }
  await db.rawQuery(
    `create function testing_refuse() returns trigger language plpgsql as
     $$ begin raise exception 'no outcome'; end $$`
  )
  await db.rawQuery(
    `create trigger testing_refuse before update on ${table} for each row
     when (new.state = '${state}') execute function testing_refuse()`
  )
}

export async function acceptRows(table: string): Promise<void> {
  await db.rawQuery(
    dialect(db.connection()) === 'sqlite'
      ? 'drop trigger testing_refuse'
      : `drop trigger testing_refuse on ${table}; drop function testing_refuse`
  )
}

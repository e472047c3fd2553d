import db from '@adonisjs/lucid/services/db'
import { dialect } from '#core/platform'

/** Of the ten connections of a process; the others serve pages meanwhile. */
const AT_ONCE = 6

let running = 0
const waiting: (() => void)[] = []

/**
 * Lets a crowd take places one after the other: on PostgreSQL all who want one time wait for its
 * lock, each with a connection of its own, until none is left for anybody else. SQLite has one
 * connection, and a queue of its own before it.
 */
export async function inTurn<T>(take: () => Promise<T>): Promise<T> {
  if (dialect(db.connection()) === 'sqlite') return take()
  if (running < AT_ONCE) running++
  else await new Promise<void>((resolve) => waiting.push(resolve))
  try {
    return await take()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}

import type { EventEmitter } from 'node:events'
import db from '@adonisjs/lucid/services/db'

/** Every statement that some work sends to the database, whichever way it goes there. */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const driver = db.connection().getWriteClient().client as EventEmitter
  const sent: string[] = []
  const note = ({ sql }: { sql: string }) => void sent.push(sql)
  driver.on('query', note)
  try {
    await work()
  } finally {
    driver.off('query', note)
  }
  return sent
}

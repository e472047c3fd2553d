import db from '@adonisjs/lucid/services/db'
import { rows } from '#core/platform'

/** How many tickets are not over yet, at all places. */
export async function waitingPeople(): Promise<number> {
  const select = `select count(*) as n from queue_caller_tickets where state in ('waiting', 'absent', 'called', 'serving', 'parked')`
  const [{ n }] = await rows<{ n: number | string }>(db.connection(), select)
  return Number(n)
}

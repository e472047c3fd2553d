import type { Trx } from '#core/platform'
import { Session } from '#app/scheduling/models/session'

/** Lets nobody else join or leave until the transaction ends. */
export async function lockSession(trx: Trx, sessionId: number): Promise<void> {
  await trx
    .from(Session.table)
    .where('id', sessionId)
    .update({ version: trx.raw('version + 1') })
}

/** Gives back the places of a (locked) session in which nobody is left. */
export async function closeIfEmpty(trx: Trx, sessionId: number): Promise<void> {
  const closed = await trx
    .from(Session.table)
    .where('id', sessionId)
    .whereNotExists((query) =>
      query
        .from('scheduling_reservations')
        .where('session_id', sessionId)
        .whereIn('state', ['held', 'pending', 'confirmed'])
    )
    .update({ active: false })
  if (Number(closed) === 0) return
  await trx.from('scheduling_allocations').where('session_id', sessionId).update({ active: false })
}

import db from '@adonisjs/lucid/services/db'
import { listChanged } from '#core/admin'
import { enqueue } from '#core/jobs'
import { marks, rows, transaction, type Trx } from '#core/platform'
import { keepTargets } from '#plugins/helpdesk/actions/keep_targets'
import { lockedTicket } from '#plugins/helpdesk/actions/locked_ticket'
import { isRunning, RUNNING } from '#plugins/helpdesk/domain/ticket_states'
import { INBOX } from '#plugins/helpdesk/inbox'
import { ServiceLevel } from '#plugins/helpdesk/models/service_level'
import { Ticket } from '#plugins/helpdesk/models/ticket'

/** The job of `jobs/recompute_targets.ts`. */
export const RECOMPUTE_TARGETS = { id: 'helpdesk.recompute_targets' }

export type ChangedCalendar = { calendarId: number }

/** What is promised by a calendar is computed anew once this is committed. */
export const calendarChanged = (trx: Trx, calendarId: number): Promise<void> =>
  enqueue(trx, RECOMPUTE_TARGETS, { calendarId }, { dedupeKey: `calendar:${calendarId}` })

const BATCH = 200

/** Open targets by the hours of this calendar; what was met stays as it was judged. */
export async function recomputeTargets({ calendarId }: ChangedCalendar): Promise<void> {
  let last = 0
  for (;;) {
    const ids = await runningTickets(calendarId, last)
    for (const id of ids) await recompute(id)
    if (ids.length > 0) await listChanged(null, INBOX)
    if (ids.length < BATCH) return
    last = ids.at(-1)!
  }
}

async function runningTickets(calendarId: number, after: number): Promise<number[]> {
  const sql = `select t.id from ${Ticket.table} t
    join ${ServiceLevel.table} l on l.id = t.service_level_id
    where l.calendar_id = ? and t.id > ? and t.state in (${marks(RUNNING)})
    order by t.id limit ${BATCH}`
  const found = await rows<{ id: number }>(db.connection(), sql, [calendarId, after, ...RUNNING])
  return found.map(({ id }) => id)
}

/** Each in a transaction of its own, so that nobody waits for all of them. */
const recompute = (id: number): Promise<void> =>
  transaction(async (trx) => {
    const { ticket, hours } = await lockedTicket(trx, id)
    if (isRunning(ticket.state)) await keepTargets(trx, ticket, hours)
  })

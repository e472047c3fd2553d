import db from '@adonisjs/lucid/services/db'
import { listChanged } from '#core/admin'
import { queueMail } from '#core/messaging'
import { clock, rows, transaction, type Trx } from '#core/platform'
import { whoIsTold, type Alarm } from '#plugins/helpdesk/domain/deadline_alarms'
import { INBOX } from '#plugins/helpdesk/inbox'
import { DEADLINE_MAILS } from '#plugins/helpdesk/mails/deadline_mail'
import { Target } from '#plugins/helpdesk/models/target'
import { Ticket } from '#plugins/helpdesk/models/ticket'
import { hoursOf } from '#plugins/helpdesk/queries/hours_of'
import { teamAround } from '#plugins/helpdesk/queries/team_around'

/** So many in one minute; the others in the next one. */
const AT_ONCE = 200

/** Of which targets the team hears now, and has not heard before; `?` is now, twice. */
const UNTOLD: Record<Alarm, { column: string; where: string }> = {
  near: {
    column: 'warned_at',
    where:
      'met_at is null and missed_at is null and warned_at is null and warn_at <= ? and due_at >= ?',
  },
  missed: {
    column: 'missed_at',
    where: 'met_at is null and missed_at is null and due_at < ? and due_at < ?',
  },
}

/** Warns the team of what is due soon, and its leads of what was missed, each once. */
export class WatchDeadlines {
  async handle(): Promise<void> {
    for (const alarm of ['missed', 'near'] as const) {
      const now = clock.now()
      const sql = `select id from ${Target.table} where ${UNTOLD[alarm].where} order by due_at limit ${AT_ONCE}`
      const found = await rows<{ id: number }>(db.connection(), sql, [now, now])
      for (const { id } of found) await transaction((trx) => this.#tell(trx, alarm, id))
    }
  }

  async #tell(trx: Trx, alarm: Alarm, id: number): Promise<void> {
    const now = clock.now()
    const { column, where } = UNTOLD[alarm]
    // Of two workers, or a worker and an answer, one is first.
    const mark = `update ${Target.table} set ${column} = ? where id = ? and ${where} returning id`
    if ((await rows(trx, mark, [now, id, now, now])).length === 0) return
    const target = await Target.findOrFail(id, { client: trx })
    const ticket = await Ticket.findOrFail(target.ticketId, { client: trx })
    const { zone } = await hoursOf(trx, ticket.serviceLevelId)
    for (const person of whoIsTold(alarm, await teamAround(trx, ticket))) {
      const { id: ticketId, number, subject, priority } = ticket
      const { kind, dueAt } = target
      await queueMail(trx, DEADLINE_MAILS[alarm], {
        ...{ to: person.email, toName: person.name, locale: person.locale },
        data: {
          ...{ ticketId, number, subject, priority, kind, dueAt: dueAt!, zone },
          firstName: person.firstName,
        },
        dedupeKey: `helpdesk.deadline_${alarm}:${id}:${dueAt}:${person.id}`,
        about: { object: 'helpdesk.ticket', id: ticketId },
      })
    }
    await listChanged(trx, INBOX)
  }
}

import { BaseSchema } from '@adonisjs/lucid/schema'
import { dialect } from '#core/platform'

/**
 * Lists go through an index in their order and pass over what they leave out, instead of sorting
 * all that is over; what they are filtered by is counted by state.
 */
const INDEXES = [
  ['changed_at'],
  ['priority', 'changed_at'],
  ['priority', 'state'],
  ['team_id', 'changed_at'],
  ['assignee_id', 'changed_at'],
]

/** PostgreSQL expects them all over the order; they are the newest, so it would read the archive. */
const RUNNING = `create index helpdesk_tickets_running
  on helpdesk_tickets (priority, changed_at, id)
  where state in ('new', 'in_progress', 'waiting_customer', 'solution_proposed')`

export default class extends BaseSchema {
  override async up() {
    this.schema.alterTable('helpdesk_tickets', (table) => {
      for (const columns of INDEXES) table.index(columns)
    })
    if (dialect(this.db) === 'postgres') this.schema.raw(RUNNING)
  }

  override async down() {
    if (dialect(this.db) === 'postgres') this.schema.raw('drop index helpdesk_tickets_running')
    this.schema.alterTable('helpdesk_tickets', (table) => {
      for (const columns of INDEXES) table.dropIndex(columns)
    })
  }
}

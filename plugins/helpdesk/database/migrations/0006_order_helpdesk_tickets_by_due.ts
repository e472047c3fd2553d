import { BaseSchema } from '@adonisjs/lucid/schema'

/** The inbox stands in the order of what is due first, among all tickets that ever were. */
export default class extends BaseSchema {
  override async up() {
    this.schema.alterTable('helpdesk_tickets', (table) => {
      table.bigInteger('next_due_at').nullable()
      table.index(['next_due_at', 'priority'])
    })
    this.schema.raw(
      `update helpdesk_tickets set next_due_at = (select min(due_at) from helpdesk_targets
         where ticket_id = helpdesk_tickets.id and met_at is null)`
    )
  }

  override async down() {
    this.schema.alterTable('helpdesk_tickets', (table) => {
      table.dropIndex(['next_due_at', 'priority'])
    })
    this.schema.raw('alter table helpdesk_tickets drop column next_due_at')
  }
}

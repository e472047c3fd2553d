import { BaseSchema } from '@adonisjs/lucid/schema'

const DUE_SOON = ['met_at', 'warn_at', 'due_at', 'ticket_id']

/** The inbox counts on every page what is due soon: out of the index alone. */
export default class extends BaseSchema {
  override async up() {
    this.schema.alterTable('helpdesk_targets', (table) => table.index(DUE_SOON))
  }

  override async down() {
    this.schema.alterTable('helpdesk_targets', (table) => table.dropIndex(DUE_SOON))
  }
}

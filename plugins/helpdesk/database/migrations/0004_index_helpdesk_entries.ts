import { BaseSchema } from '@adonisjs/lucid/schema'

/** The statistics count what happened in some days, among all that ever happened. */
export default class extends BaseSchema {
  override async up() {
    this.schema.alterTable('helpdesk_entries', (table) => {
      table.index(['created_at'])
    })
  }

  override async down() {
    this.schema.alterTable('helpdesk_entries', (table) => {
      table.dropIndex(['created_at'])
    })
  }
}

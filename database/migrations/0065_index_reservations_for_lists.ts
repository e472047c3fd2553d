import { BaseSchema } from '@adonisjs/lucid/schema'

/** Lists of one owner's reservations: by time, the usual order, and by number. */
export default class extends BaseSchema {
  override async up() {
    this.schema.alterTable('scheduling_reservations', (table) => {
      table.index(['owner', 'starts_at', 'id'], 'scheduling_reservations_owner_time')
      table.index(['owner', 'number', 'id'], 'scheduling_reservations_owner_number')
    })
  }

  override async down() {
    this.schema.alterTable('scheduling_reservations', (table) => {
      table.dropIndex(['owner', 'number', 'id'], 'scheduling_reservations_owner_number')
      table.dropIndex(['owner', 'starts_at', 'id'], 'scheduling_reservations_owner_time')
    })
  }
}

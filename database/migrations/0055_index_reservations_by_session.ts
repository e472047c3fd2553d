import { BaseSchema } from '@adonisjs/lucid/schema'

/** Who is in a session is asked at every cancellation, expiry and move, whatever their state. */
export default class extends BaseSchema {
  override async up() {
    this.schema.alterTable('scheduling_reservations', (table) => {
      table.index('session_id', 'scheduling_reservations_session')
    })
  }

  override async down() {
    this.schema.alterTable('scheduling_reservations', (table) => {
      table.dropIndex('session_id', 'scheduling_reservations_session')
    })
  }
}

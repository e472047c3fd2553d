import { BaseSchema } from '@adonisjs/lucid/schema'

const NAME = 'scheduling_reservations_owner_time'
const ORDER = ['owner', 'starts_at', 'id']
/** What the list of appointments narrows by: rows that it leaves out are not read at all. */
const NARROWED_BY = ['state', 'customer_id', 'ends_at', 'number']

export default class extends BaseSchema {
  override async up() {
    this.schema.alterTable('scheduling_reservations', (table) => {
      table.dropIndex(ORDER, NAME)
      table.index([...ORDER, ...NARROWED_BY], NAME)
    })
  }

  override async down() {
    this.schema.alterTable('scheduling_reservations', (table) => {
      table.dropIndex([...ORDER, ...NARROWED_BY], NAME)
      table.index(ORDER, NAME)
    })
  }
}

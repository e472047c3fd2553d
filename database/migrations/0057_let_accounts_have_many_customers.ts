import { BaseSchema } from '@adonisjs/lucid/schema'
import { dialect } from '#core/platform'

const UNIQUE = 'customers_customers_user_id_unique'

/** Each booking as a guest made a record of its own; all of them may join one account. */
export default class extends BaseSchema {
  override async up() {
    this.schema.raw(
      dialect(this.db) === 'postgres'
        ? `alter table customers_customers drop constraint ${UNIQUE}`
        : `drop index ${UNIQUE}`
    )
    this.schema.raw('create index customers_customers_user on customers_customers (user_id)')
  }

  override async down() {
    this.schema.raw('drop index customers_customers_user')
    this.schema.raw(`create unique index ${UNIQUE} on customers_customers (user_id)`)
  }
}

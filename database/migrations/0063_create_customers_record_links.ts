import { BaseSchema } from '@adonisjs/lucid/schema'

/** Links by which a signed-in person takes a record into their account. */
export default class extends BaseSchema {
  override async up() {
    this.schema.createTable('customers_record_links', (table) => {
      table.increments('id')
      table
        .integer('customer_id')
        .notNullable()
        .references('id')
        .inTable('customers_customers')
        .onDelete('CASCADE')
        .index()
      table.string('hash', 64).notNullable().unique()
      table.bigInteger('created_at').notNullable()
      table.bigInteger('expires_at').notNullable().index()
      table.bigInteger('used_at').nullable()
    })
  }

  override async down() {
    this.schema.dropTable('customers_record_links')
  }
}

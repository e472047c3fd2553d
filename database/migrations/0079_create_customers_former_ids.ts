import { BaseSchema } from '@adonisjs/lucid/schema'

/** Records that were joined into others: under these ids the trail still knows the person. */
export default class extends BaseSchema {
  override async up() {
    this.schema.createTable('customers_former_ids', (table) => {
      table.integer('former_id').primary()
      table
        .integer('customer_id')
        .notNullable()
        .references('customers_customers.id')
        .onDelete('CASCADE')
        .index()
      table.bigInteger('joined_at').notNullable()
    })
  }

  override async down() {
    this.schema.dropTable('customers_former_ids')
  }
}

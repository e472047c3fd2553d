import { BaseSchema } from '@adonisjs/lucid/schema'

/** Where people with an account want letters and goods; the database keeps one default each. */
export default class extends BaseSchema {
  override async up() {
    this.schema.createTable('customers_addresses', (table) => {
      table.increments('id')
      table.string('public_id', 22).notNullable().unique()
      table
        .integer('user_id')
        .notNullable()
        .references('id')
        .inTable('accounts_users')
        .onDelete('CASCADE')
        .index()
      table.string('label', 60).nullable()
      table.string('recipient', 200).notNullable()
      table.string('street', 200).notNullable()
      table.string('addition', 200).nullable()
      table.string('postal_code', 20).notNullable()
      table.string('city', 100).notNullable()
      table.string('country', 2).notNullable()
      table.boolean('is_default').notNullable()
      table.bigInteger('created_at').notNullable()
      table.bigInteger('updated_at').notNullable()
      table.integer('version').notNullable().defaultTo(1)
    })
    this.schema.raw(
      'create unique index customers_addresses_default on customers_addresses (user_id) where is_default'
    )
  }

  override async down() {
    this.schema.dropTable('customers_addresses')
  }
}

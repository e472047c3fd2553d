import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.createTable('customers_customers', (table) => {
      table.increments('id')
      table.string('public_id', 22).notNullable().unique()
      table
        .integer('user_id')
        .nullable()
        .unique()
        .references('id')
        .inTable('accounts_users')
        .onDelete('SET NULL')
      table.string('first_name', 100).notNullable()
      table.string('last_name', 100).notNullable()
      table.string('email', 254).nullable().index()
      table.string('phone', 40).nullable()
      table.string('locale', 5).notNullable()
      table.string('search', 600).notNullable()
      table.bigInteger('created_at').notNullable()
      table.bigInteger('updated_at').notNullable()
      table.integer('version').notNullable().defaultTo(1)
      table.index(['last_name', 'first_name'])
    })
  }

  override async down() {
    this.schema.dropTable('customers_customers')
  }
}

import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.createTable('accounts_users', (table) => {
      table.increments('id')
      table.string('public_id', 22).notNullable().unique()
      table.string('kind', 16).notNullable()
      table.string('role', 16).nullable()
      table.string('email', 254).notNullable().unique()
      table.string('password', 200).nullable()
      table.string('first_name', 100).notNullable()
      table.string('last_name', 100).notNullable()
      table.string('locale', 5).notNullable()
      table.bigInteger('disabled_at').nullable()
      table.bigInteger('created_at').notNullable()
      table.bigInteger('updated_at').notNullable()
      table.integer('version').notNullable().defaultTo(1)
    })

    this.schema.createTable('accounts_user_locations', (table) => {
      table
        .integer('user_id')
        .notNullable()
        .references('id')
        .inTable('accounts_users')
        .onDelete('CASCADE')
      // Locations are created by a later migration, so there is no foreign key to them.
      table.integer('location_id').notNullable()
      table.primary(['user_id', 'location_id'])
    })
  }

  override async down() {
    this.schema.dropTable('accounts_user_locations')
    this.schema.dropTable('accounts_users')
  }
}

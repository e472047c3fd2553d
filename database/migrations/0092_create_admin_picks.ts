import { BaseSchema } from '@adonisjs/lucid/schema'

/** What a person opened last from the search over the panel. */
export default class extends BaseSchema {
  override async up() {
    this.schema.createTable('admin_picks', (table) => {
      table.increments('id')
      table
        .integer('user_id')
        .notNullable()
        .references('id')
        .inTable('accounts_users')
        .onDelete('CASCADE')
      table.string('target', 120).notNullable()
      table.bigInteger('picked_at').notNullable()
      table.unique(['user_id', 'target'])
    })
  }

  override async down() {
    this.schema.dropTable('admin_picks')
  }
}

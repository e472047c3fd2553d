import { BaseSchema } from '@adonisjs/lucid/schema'

/** How a person wants to see a list. */
export default class extends BaseSchema {
  override async up() {
    this.schema.createTable('admin_list_choices', (table) => {
      table.increments('id')
      table
        .integer('user_id')
        .notNullable()
        .references('id')
        .inTable('accounts_users')
        .onDelete('CASCADE')
      table.string('list', 80).notNullable().index()
      table.text('columns')
      table.unique(['user_id', 'list'])
    })
  }

  override async down() {
    this.schema.dropTable('admin_list_choices')
  }
}

import { BaseSchema } from '@adonisjs/lucid/schema'

/** States of lists that people keep under a name, and the one that a list opens with. */
export default class extends BaseSchema {
  override async up() {
    this.schema.createTable('admin_list_views', (table) => {
      table.increments('id')
      table.string('public_id', 22).notNullable().unique()
      table
        .integer('user_id')
        .notNullable()
        .references('id')
        .inTable('accounts_users')
        .onDelete('CASCADE')
      table.string('list', 80).notNullable().index()
      table.string('name', 60).notNullable()
      table.string('name_key', 180).notNullable()
      table.text('address').notNullable()
      table.boolean('shared').notNullable()
      table.integer('version').notNullable()
      table.bigInteger('created_at').notNullable()
      table.bigInteger('updated_at').notNullable()
      table.unique(['user_id', 'list', 'name_key'])
    })
    this.schema.raw(
      'alter table admin_list_choices add column start_id integer references admin_list_views (id) on delete set null'
    )
  }

  override async down() {
    this.schema.raw('alter table admin_list_choices drop column start_id')
    this.schema.dropTable('admin_list_views')
  }
}

import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.createTable('admin_action_runs', (table) => {
      table.increments('id')
      table.string('public_id', 22).notNullable().unique()
      table.string('key', 64).notNullable().unique()
      table
        .integer('user_id')
        .notNullable()
        .references('id')
        .inTable('accounts_users')
        .onDelete('CASCADE')
      table.string('locale', 5).notNullable()
      table.string('action', 160).notNullable()
      table.text('ids').notNullable()
      table.text('input').notNullable()
      table.text('back').notNullable()
      table.string('state', 12).notNullable()
      table.integer('position').notNullable().defaultTo(0)
      table.integer('done').notNullable().defaultTo(0)
      table.text('refused').notNullable()
      table.bigInteger('created_at').notNullable().index()
      table.bigInteger('finished_at')
    })
  }

  override async down() {
    this.schema.dropTable('admin_action_runs')
  }
}

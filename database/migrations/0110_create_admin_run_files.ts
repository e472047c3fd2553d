import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.createTable('admin_run_files', (table) => {
      table.increments('id')
      table
        .integer('run_id')
        .notNullable()
        .references('id')
        .inTable('admin_action_runs')
        .onDelete('CASCADE')
      table.integer('record_id').notNullable()
      table.string('name', 255).notNullable()
      table.string('type', 120).notNullable()
      table.binary('content').notNullable()
      table.unique(['run_id', 'record_id'])
    })
  }

  override async down() {
    this.schema.dropTable('admin_run_files')
  }
}

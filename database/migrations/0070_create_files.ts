import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.createTable('files_files', (table) => {
      table.increments('id')
      table.string('public_id', 22).notNullable().unique()
      table.string('use', 120).notNullable()
      table.integer('record_id')
      table.string('stored_as', 36).notNullable().unique()
      table.string('name', 150).notNullable()
      table.string('type', 10).notNullable()
      table.bigInteger('bytes').notNullable()
      table.string('sha256', 64).notNullable()
      table.bigInteger('created_at').notNullable()
      table.bigInteger('expires_at')
      table.index(['use', 'record_id'])
      table.index(['expires_at'])
    })
    this.schema.createTable('files_usage', (table) => {
      table.integer('id').primary()
      table.bigInteger('bytes').notNullable()
    })
    this.defer(async (db) => {
      await db.table('files_usage').insert({ id: 1, bytes: 0 })
    })
  }

  override async down() {
    this.schema.dropTable('files_usage')
    this.schema.dropTable('files_files')
  }
}

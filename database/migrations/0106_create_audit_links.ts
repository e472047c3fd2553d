import { BaseSchema } from '@adonisjs/lucid/schema'
import { chainGuards } from '#app/audit/domain/guards'
import { dialect } from '#core/platform'

export default class extends BaseSchema {
  override async up() {
    this.schema.createTable('audit_links', (table) => {
      table.integer('position').primary()
      table.integer('entry_id').notNullable().unique()
      table.string('previous', 64).notNullable().unique()
      table.string('hash', 64).notNullable()
      table.bigInteger('chained_at').notNullable()
    })
    this.schema.createTable('audit_checks', (table) => {
      table.increments('id')
      table.bigInteger('at').notNullable().index()
      table.integer('verified').notNullable()
      table.integer('position').notNullable()
      table.string('hash', 64).notNullable()
      table.integer('broken_position').nullable()
      table.integer('broken_entry').nullable()
      table.string('reason', 20).nullable()
    })
    for (const statement of chainGuards(dialect(this.db))) this.schema.raw(statement)
  }

  override async down() {
    this.schema.dropTable('audit_checks')
    this.schema.dropTable('audit_links')
    if (dialect(this.db) === 'postgres') {
      this.schema.raw('DROP FUNCTION IF EXISTS audit_links_refuse_delete()')
    }
  }
}

import { BaseSchema } from '@adonisjs/lucid/schema'
import { auditGuards } from '#app/audit/domain/guards'
import { dialect } from '#core/platform'

export default class extends BaseSchema {
  override async up() {
    this.schema.createTable('audit_entries', (table) => {
      table.increments('id')
      table.bigInteger('at').notNullable()
      table.string('actor_kind', 10).notNullable()
      table.integer('actor_id').nullable()
      table.string('on_behalf_of_kind', 10).nullable()
      table.integer('on_behalf_of_id').nullable()
      table.string('action', 80).notNullable()
      table.string('object', 80).notNullable()
      table.string('object_id', 120).notNullable()
      table.text('fields').notNullable()
      table.text('changes').notNullable()
      table.index(['object', 'object_id', 'id'])
      table.index(['actor_kind', 'actor_id', 'id'])
      table.index(['at'])
    })
    for (const statement of auditGuards(dialect(this.db))) this.schema.raw(statement)
  }

  override async down() {
    this.schema.dropTable('audit_entries')
    if (dialect(this.db) === 'postgres') {
      this.schema.raw('DROP FUNCTION IF EXISTS audit_entries_refuse()')
    }
  }
}

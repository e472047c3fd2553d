import { BaseSchema } from '@adonisjs/lucid/schema'
import { dialect } from '#core/platform'
import { logGuards } from '#app/consent/domain/log_guards'

export default class extends BaseSchema {
  override async up() {
    this.schema.createTable('consent_choices', (table) => {
      table.increments('id')
      table.string('proof', 22).notNullable().unique()
      table.integer('version').notNullable()
      table.string('locale', 5).notNullable()
      table.string('asked', 3).notNullable()
      table.string('agreed', 3).notNullable()
      table.bigInteger('at').notNullable().index()
    })
    this.schema.createTable('consent_account_choices', (table) => {
      table.increments('id')
      table
        .integer('user_id')
        .notNullable()
        .references('id')
        .inTable('accounts_users')
        .onDelete('RESTRICT')
        .index()
      table.string('proof', 22).notNullable().unique()
      table.integer('version').notNullable()
      table.string('locale', 5).notNullable()
      table.string('asked', 3).notNullable()
      table.string('agreed', 3).notNullable()
      table.bigInteger('at').notNullable().index()
    })
    for (const statement of logGuards(dialect(this.db))) this.schema.raw(statement)
  }

  override async down() {
    this.schema.dropTable('consent_account_choices')
    this.schema.dropTable('consent_choices')
    if (dialect(this.db) === 'postgres') {
      this.schema.raw('DROP FUNCTION IF EXISTS consent_log_refuse()')
    }
  }
}

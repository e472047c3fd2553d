import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.createTable('accounts_sessions', (table) => {
      table.string('id', 64).primary()
      table.string('public_id', 22).notNullable().unique()
      table
        .integer('user_id')
        .notNullable()
        .references('id')
        .inTable('accounts_users')
        .onDelete('CASCADE')
        .index()
      table.text('data').notNullable()
      table.string('device', 200).notNullable()
      table.bigInteger('signed_in_at').notNullable()
      table.bigInteger('last_seen_at').notNullable()
      table.bigInteger('expires_at').notNullable().index()
    })

    this.schema.createTable('accounts_tokens', (table) => {
      table.increments('id')
      table
        .integer('user_id')
        .notNullable()
        .references('id')
        .inTable('accounts_users')
        .onDelete('CASCADE')
        .index()
      table.string('purpose', 32).notNullable()
      table.string('hash', 64).notNullable().unique()
      table.bigInteger('created_at').notNullable()
      table.bigInteger('expires_at').notNullable().index()
      table.bigInteger('used_at').nullable()
    })

    // Asked for by a form and answered by a job, whether or not there is such an account.
    this.schema.createTable('accounts_reset_requests', (table) => {
      table.increments('id')
      table.string('email', 254).notNullable()
      table.bigInteger('requested_at').notNullable().index()
    })

    this.schema.createTable('accounts_sign_in_failures', (table) => {
      table.string('account', 64).primary()
      table.integer('failures').notNullable()
      table.bigInteger('since').notNullable().index()
      table.bigInteger('retry_at').notNullable()
    })
  }

  override async down() {
    this.schema.dropTable('accounts_sign_in_failures')
    this.schema.dropTable('accounts_reset_requests')
    this.schema.dropTable('accounts_tokens')
    this.schema.dropTable('accounts_sessions')
  }
}

import { BaseSchema } from '@adonisjs/lucid/schema'

/** An address that a person wants for their account, until they open the link mailed there. */
export default class extends BaseSchema {
  override async up() {
    this.schema.createTable('accounts_email_changes', (table) => {
      table.increments('id')
      table
        .integer('user_id')
        .notNullable()
        .references('id')
        .inTable('accounts_users')
        .onDelete('CASCADE')
        .index()
      table.string('email', 254).notNullable()
      table.string('hash', 64).nullable().unique()
      table.bigInteger('requested_at').notNullable().index()
      table.bigInteger('expires_at').nullable()
    })
  }

  override async down() {
    this.schema.dropTable('accounts_email_changes')
  }
}

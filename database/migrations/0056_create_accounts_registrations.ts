import { BaseSchema } from '@adonisjs/lucid/schema'

/** What people typed to register, until they open the mailed link; no account exists before. */
export default class extends BaseSchema {
  override async up() {
    this.schema.createTable('accounts_registrations', (table) => {
      table.increments('id')
      table.string('email', 254).notNullable().index()
      table.string('first_name', 100).notNullable()
      table.string('last_name', 100).notNullable()
      table.string('locale', 5).notNullable()
      table.string('hash', 64).nullable().unique()
      table.bigInteger('requested_at').notNullable().index()
      table.bigInteger('expires_at').nullable()
    })
  }

  override async down() {
    this.schema.dropTable('accounts_registrations')
  }
}

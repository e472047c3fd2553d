import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    const add = (column: string) =>
      this.schema.raw(`alter table accounts_users add column ${column}`)
    add('two_factor_at bigint')
    add('is_demo boolean not null default false')
    // Demo accounts sign in with the printed password alone, also those made before this column.
    this.schema.raw(`update accounts_users set is_demo = true where email like '%@demo.invalid'`)

    this.schema.createTable('accounts_two_factors', (table) => {
      table
        .integer('user_id')
        .primary()
        .references('id')
        .inTable('accounts_users')
        .onDelete('CASCADE')
      table.text('secret').notNullable()
      // The 30 seconds whose code was accepted last: no code counts twice.
      table.integer('last_step').notNullable().defaultTo(0)
      table.bigInteger('created_at').notNullable()
    })

    this.schema.createTable('accounts_recovery_codes', (table) => {
      table.increments('id')
      table
        .integer('user_id')
        .notNullable()
        .references('id')
        .inTable('accounts_users')
        .onDelete('CASCADE')
        .index()
      table.string('hash', 64).notNullable().unique()
      table.bigInteger('used_at').nullable()
    })

    // Between the right password and the code. It is no session: nothing else reads it.
    this.schema.createTable('accounts_sign_in_steps', (table) => {
      table.string('id', 64).primary()
      table
        .integer('user_id')
        .notNullable()
        .references('id')
        .inTable('accounts_users')
        .onDelete('CASCADE')
        .index()
      table.bigInteger('expires_at').notNullable().index()
    })
  }

  override async down() {
    this.schema.dropTable('accounts_sign_in_steps')
    this.schema.dropTable('accounts_recovery_codes')
    this.schema.dropTable('accounts_two_factors')
    this.schema.raw('alter table accounts_users drop column is_demo')
    this.schema.raw('alter table accounts_users drop column two_factor_at')
  }
}

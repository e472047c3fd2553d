import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.createTable('messaging_mails', (table) => {
      table.increments('id')
      table.string('public_id', 22).notNullable().unique()
      table.string('message_id', 200).notNullable().unique()
      table.string('template', 120).notNullable()
      table.string('owner', 60).notNullable()
      table.string('to_address', 254).notNullable()
      table.string('to_name', 200)
      table.string('locale', 5).notNullable()
      table.text('data').notNullable()
      table.string('dedupe_key', 200).unique()
      table.string('about_object', 120)
      table.integer('about_id')
      table.string('state', 12).notNullable()
      table.integer('attempts').notNullable().defaultTo(0)
      table.text('last_error')
      table.bigInteger('created_at').notNullable()
      table.bigInteger('sent_at')
      table.integer('version').notNullable().defaultTo(1)
      table.index(['state', 'created_at'])
      table.index(['about_object', 'about_id'])
      table.index(['created_at'])
    })
  }

  override async down() {
    this.schema.dropTable('messaging_mails')
  }
}

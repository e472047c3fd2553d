import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.createTable('live_messages', (table) => {
      table.increments('id')
      table.string('channel', 250).notNullable()
      table.string('origin', 22).notNullable()
      table.bigInteger('created_at').notNullable().index()
    })
  }

  override async down() {
    this.schema.dropTable('live_messages')
  }
}

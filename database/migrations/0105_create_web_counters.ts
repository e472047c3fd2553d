import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.createTable('web_limits', (table) => {
      table.string('key', 128).primary()
      table.integer('used').notNullable()
      table.bigInteger('ends_at').notNullable().index()
    })
    this.schema.createTable('web_used_captchas', (table) => {
      table.string('id', 64).primary()
      table.bigInteger('expires_at').notNullable().index()
    })
    this.schema.createTable('web_form_answers', (table) => {
      table.string('id', 64).primary()
      table.text('answer').nullable()
      table.bigInteger('created_at').notNullable().index()
    })
  }

  override async down() {
    this.schema.dropTable('web_form_answers')
    this.schema.dropTable('web_used_captchas')
    this.schema.dropTable('web_limits')
  }
}

import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.createTable('messaging_own_texts', (table) => {
      table.increments('id')
      table.string('template', 120).notNullable()
      table.string('locale', 5).notNullable()
      table.text('texts').notNullable()
      table.integer('version').notNullable().defaultTo(1)
      table.bigInteger('updated_at').notNullable()
      table.unique(['template', 'locale'])
    })
  }

  override async down() {
    this.schema.dropTable('messaging_own_texts')
  }
}

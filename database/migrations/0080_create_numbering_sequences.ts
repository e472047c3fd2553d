import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.createTable('numbering_sequences', (table) => {
      table.string('key', 120).primary()
      table.integer('value').notNullable()
    })
  }

  override async down() {
    this.schema.dropTable('numbering_sequences')
  }
}

import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.createTable('shop_quotes_quote_templates', (table) => {
      table.increments('id')
      table.string('name', 80).notNullable().unique()
      table.text('intro').nullable()
      table.text('conditions').nullable()
      table.text('reply').nullable()
      table.text('lines').notNullable()
      table.integer('position').notNullable()
      table.boolean('active').notNullable()
      table.bigInteger('created_at').notNullable()
      table.bigInteger('updated_at').notNullable()
      table.integer('version').notNullable().defaultTo(1)
    })
  }

  override async down() {
    this.schema.dropTable('shop_quotes_quote_templates')
  }
}

import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.createTable('shop_quotes_number_checks', (table) => {
      table.increments('id')
      table.bigInteger('checked_at').notNullable()
      table.text('missing').notNullable()
    })
  }

  override async down() {
    this.schema.dropTable('shop_quotes_number_checks')
  }
}

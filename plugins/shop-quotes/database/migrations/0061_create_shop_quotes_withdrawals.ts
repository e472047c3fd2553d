import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.createTable('shop_quotes_withdrawals', (table) => {
      table.increments('id')
      table.string('public_id', 22).notNullable().unique()
      // An order is withdrawn from once, however often the button is pressed.
      table.integer('order_id').notNullable().unique().references('shop_quotes_orders.id')
      table.string('name', 200).notNullable()
      table.string('email', 254).notNullable()
      table.text('line_ids').notNullable()
      table.bigInteger('gross_minor').notNullable()
      table.integer('performed_bp').notNullable().defaultTo(0)
      table.bigInteger('created_at').notNullable()
      table.bigInteger('updated_at').notNullable()
      table.integer('version').notNullable().defaultTo(1)
    })
  }

  override async down() {
    this.schema.dropTable('shop_quotes_withdrawals')
  }
}

import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.createTable('shop_quotes_refunds', (table) => {
      table.increments('id')
      table.string('public_id', 22).notNullable().unique()
      table.integer('order_id').notNullable().references('shop_quotes_orders.id').index()
      table.integer('payment_id').nullable().references('shop_quotes_payments.id').index()
      table.string('method', 20).notNullable()
      table.string('state', 20).notNullable()
      table.bigInteger('amount_minor').notNullable()
      table.string('currency', 3).notNullable()
      table.text('reason').nullable()
      table.string('value_day', 10).nullable()
      table.string('provider_reference', 255).nullable()
      table.bigInteger('made_at').nullable()
      table.integer('recorded_by_id').nullable()
      table.bigInteger('created_at').notNullable()
      table.bigInteger('updated_at').notNullable()
      table.integer('version').notNullable().defaultTo(1)
      table.unique(['method', 'provider_reference'])
      table.index(['state', 'made_at'])
    })
  }

  override async down() {
    this.schema.dropTable('shop_quotes_refunds')
  }
}

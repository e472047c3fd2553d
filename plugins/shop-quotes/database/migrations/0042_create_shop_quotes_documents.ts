import { BaseSchema } from '@adonisjs/lucid/schema'
import { dialect } from '#core/platform'
import { paperGuards, withoutPaperGuards } from '#plugins/shop-quotes/domain/paper_guards'

export default class extends BaseSchema {
  override async up() {
    this.schema.createTable('shop_quotes_documents', (table) => {
      table.increments('id')
      table.string('public_id', 22).notNullable().unique()
      table.string('series', 1).notNullable()
      table.integer('year').notNullable()
      table.integer('nth').notNullable()
      table.string('number', 20).notNullable().unique()
      table.string('kind', 20).notNullable()
      table.integer('order_id').notNullable().references('shop_quotes_orders.id').index()
      // One refund is credited once.
      table.integer('refund_id').nullable().unique().references('shop_quotes_refunds.id')
      table.string('issued_on', 10).notNullable()
      table.string('locale', 2).notNullable()
      table.text('content').notNullable()
      table.bigInteger('total_minor').notNullable()
      table.bigInteger('created_at').notNullable()
      table.unique(['series', 'year', 'nth'])
    })
    // One order has one receipt: the database says so.
    this.schema.raw(
      `create unique index shop_quotes_documents_one_receipt on shop_quotes_documents (order_id)
       where kind = 'receipt'`
    )
    for (const statement of paperGuards(dialect(this.db))) this.schema.raw(statement)
  }

  override async down() {
    for (const statement of withoutPaperGuards(dialect(this.db))) this.schema.raw(statement)
    this.schema.dropTable('shop_quotes_documents')
  }
}

import { BaseSchema } from '@adonisjs/lucid/schema'

type Table = Parameters<Parameters<BaseSchema['schema']['createTable']>[1]>[0]

function versioned(table: Table): void {
  table.bigInteger('created_at').notNullable()
  table.bigInteger('updated_at').notNullable()
  table.integer('version').notNullable().defaultTo(1)
}

/** One try to pay an order is open at a time: whatever two tabs do, the database says so. */
const ONE_OPEN = `
  CREATE UNIQUE INDEX shop_quotes_payments_one_open ON shop_quotes_payments (order_id)
  WHERE state IN ('created', 'redirected', 'awaited')`

export default class extends BaseSchema {
  override async up() {
    this.schema.alterTable('shop_quotes_payments', (table) => {
      table.text('provider_url').nullable()
    })
    this.schema.raw(ONE_OPEN)

    this.schema.createTable('shop_quotes_bank_lines', (table) => {
      table.increments('id')
      table.string('public_id', 22).notNullable().unique()
      table.string('digest', 64).notNullable().unique()
      table.string('day', 10).notNullable().index()
      table.bigInteger('amount_minor').notNullable()
      table.string('currency', 3).notNullable()
      table.text('payer').nullable()
      table.text('purpose').notNullable()
      table.integer('order_id').nullable().references('shop_quotes_orders.id').index()
      table.integer('payment_id').nullable().references('shop_quotes_payments.id')
      table.bigInteger('matched_at').nullable().index()
      versioned(table)
    })

    this.schema.createTable('shop_quotes_tasks', (table) => {
      table.increments('id')
      table.string('public_id', 22).notNullable().unique()
      table.string('kind', 20).notNullable()
      table.integer('order_id').nullable().references('shop_quotes_orders.id').index()
      table.integer('location_id').nullable().references('organisation_locations.id')
      table.integer('payment_id').nullable().references('shop_quotes_payments.id').index()
      table.integer('bank_line_id').nullable().references('shop_quotes_bank_lines.id').index()
      table.text('details').notNullable()
      table.bigInteger('done_at').nullable()
      table.integer('done_by_id').nullable()
      table.text('decision').nullable()
      versioned(table)
      table.index(['done_at', 'location_id', 'created_at'])
    })

    this.schema.createTable('shop_quotes_provider_events', (table) => {
      table.increments('id')
      table.string('provider', 20).notNullable()
      table.string('event_id', 255).notNullable()
      table.string('kind', 80).notNullable()
      table.integer('payment_id').nullable().references('shop_quotes_payments.id').index()
      table.bigInteger('received_at').notNullable()
      table.unique(['provider', 'event_id'])
    })
  }

  override async down() {
    this.schema.dropTable('shop_quotes_provider_events')
    this.schema.dropTable('shop_quotes_tasks')
    this.schema.dropTable('shop_quotes_bank_lines')
    this.schema.raw('DROP INDEX shop_quotes_payments_one_open')
    this.schema.raw('ALTER TABLE shop_quotes_payments DROP COLUMN provider_url')
  }
}

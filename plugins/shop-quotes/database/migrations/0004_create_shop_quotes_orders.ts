import { BaseSchema } from '@adonisjs/lucid/schema'
import { dialect } from '#core/platform'
import { entryGuards, withoutEntryGuards } from '#plugins/shop-quotes/domain/entry_guards'

type Table = Parameters<Parameters<BaseSchema['schema']['createTable']>[1]>[0]

function versioned(table: Table): void {
  table.bigInteger('created_at').notNullable()
  table.bigInteger('updated_at').notNullable()
  table.integer('version').notNullable().defaultTo(1)
}

export default class extends BaseSchema {
  override async up() {
    this.schema.createTable('shop_quotes_orders', (table) => {
      table.increments('id')
      table.string('public_id', 22).notNullable().unique()
      table.string('number', 20).notNullable().unique()
      table.integer('customer_id').notNullable().references('customers_customers.id').index()
      table.integer('location_id').nullable().references('organisation_locations.id').index()
      // One cart, and one version of a quote, make one order: the database says so.
      table.integer('cart_id').nullable().unique()
      table.integer('quote_version_id').nullable().unique()
      table.foreign('quote_version_id').references('shop_quotes_quote_versions.id')
      table.string('locale', 2).notNullable()
      table.string('state', 20).notNullable()
      table.string('currency', 3).notNullable()
      table.text('totals').notNullable()
      table.bigInteger('net_minor').notNullable()
      table.bigInteger('total_minor').notNullable()
      table.bigInteger('paid_minor').notNullable().defaultTo(0)
      table.bigInteger('repaid_minor').notNullable().defaultTo(0)
      table.bigInteger('withdrawn_minor').notNullable().defaultTo(0)
      table.string('payment_state', 20).notNullable()
      table.string('method', 20).notNullable()
      table.string('reference', 25).notNullable().unique()
      table.text('billing').notNullable()
      table.integer('terms_id').nullable().references('shop_quotes_terms.id')
      table.bigInteger('early_start_at').nullable()
      table.string('last_day', 10).nullable()
      table.bigInteger('expires_at').nullable()
      table.integer('assignee_id').nullable().references('accounts_users.id')
      table.text('outcome').nullable()
      table.bigInteger('paid_at').nullable()
      table.bigInteger('ended_at').nullable()
      table.bigInteger('changed_at').notNullable()
      versioned(table)
      table.index(['state', 'changed_at'])
      table.index(['state', 'expires_at'])
      table.index(['payment_state', 'state'])
      table.index(['created_at'])
      table.index(['paid_at'])
    })

    this.schema.createTable('shop_quotes_order_lines', (table) => {
      table.increments('id')
      table.string('public_id', 22).notNullable().unique()
      table.integer('order_id').notNullable().references('shop_quotes_orders.id').index()
      table.integer('position').notNullable()
      table.integer('service_id').nullable().references('shop_quotes_services.id').index()
      table.text('name').notNullable()
      table.string('quantity', 12).notNullable()
      table.bigInteger('unit_price_minor').notNullable()
      table.string('basis', 5).notNullable()
      table.integer('discount_bp').notNullable().defaultTo(0)
      table.string('tax_class', 20).notNullable()
      table.integer('rate_bp').notNullable()
      table.text('exemption').nullable()
      table.bigInteger('amount_minor').notNullable()
      table.bigInteger('net_minor').notNullable()
      table.bigInteger('tax_minor').notNullable()
      table.integer('filled_form_id').nullable()
      table.foreign('filled_form_id').references('shop_quotes_filled_forms.id')
      table.string('withdrawal_class', 20).notNullable()
      table.integer('bookable_service_id').nullable().references('scheduling_services.id')
      table.integer('reservation_id').nullable().unique()
    })

    this.schema.createTable('shop_quotes_payments', (table) => {
      table.increments('id')
      table.string('public_id', 22).notNullable().unique()
      table.integer('order_id').nullable().references('shop_quotes_orders.id').index()
      table.string('method', 20).notNullable()
      table.string('state', 20).notNullable()
      table.bigInteger('amount_minor').notNullable()
      table.string('currency', 3).notNullable()
      table.string('provider_reference', 255).nullable()
      table.bigInteger('settled_at').nullable()
      table.string('value_day', 10).nullable()
      table.text('note').nullable()
      table.integer('recorded_by_id').nullable()
      versioned(table)
      table.unique(['method', 'provider_reference'])
      table.index(['state', 'settled_at'])
    })

    this.schema.createTable('shop_quotes_entries', (table) => {
      table.increments('id')
      table.string('public_id', 22).notNullable().unique()
      table.integer('order_id').nullable().references('shop_quotes_orders.id').index()
      table.integer('quote_id').nullable().references('shop_quotes_quotes.id').index()
      table.string('deed', 20).notNullable()
      table.string('from_state', 20).nullable()
      table.string('to_state', 20).notNullable()
      table.text('text').nullable()
      table.text('changes').nullable()
      table.string('actor_kind', 10).notNullable()
      table.integer('actor_id').nullable()
      table.bigInteger('created_at').notNullable()
    })
    for (const statement of entryGuards(dialect(this.db))) this.schema.raw(statement)
  }

  override async down() {
    for (const statement of withoutEntryGuards(dialect(this.db))) this.schema.raw(statement)
    this.schema.dropTable('shop_quotes_entries')
    this.schema.dropTable('shop_quotes_payments')
    this.schema.dropTable('shop_quotes_order_lines')
    this.schema.dropTable('shop_quotes_orders')
  }
}

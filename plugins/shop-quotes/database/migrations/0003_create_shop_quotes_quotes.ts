import { BaseSchema } from '@adonisjs/lucid/schema'

type Table = Parameters<Parameters<BaseSchema['schema']['createTable']>[1]>[0]

function versioned(table: Table): void {
  table.bigInteger('created_at').notNullable()
  table.bigInteger('updated_at').notNullable()
  table.integer('version').notNullable().defaultTo(1)
}

export default class extends BaseSchema {
  override async up() {
    this.schema.createTable('shop_quotes_terms', (table) => {
      table.increments('id')
      table.string('digest', 64).notNullable().unique()
      table.string('locale', 2).notNullable()
      table.text('text').notNullable()
      table.bigInteger('created_at').notNullable()
    })

    this.schema.createTable('shop_quotes_quotes', (table) => {
      table.increments('id')
      table.string('public_id', 22).notNullable().unique()
      table.string('number', 20).notNullable().unique()
      table.integer('customer_id').notNullable().references('customers_customers.id').index()
      table.integer('location_id').nullable().references('organisation_locations.id').index()
      table.integer('cart_id').nullable().unique()
      table.string('locale', 2).notNullable()
      table.string('state', 20).notNullable()
      table.text('message').nullable()
      table.integer('current_version_id').nullable()
      table.string('last_day', 10).nullable()
      table.bigInteger('expires_at').nullable()
      table.integer('assignee_id').nullable().references('accounts_users.id')
      table.text('acceptance').nullable()
      table.bigInteger('sent_at').nullable()
      table.bigInteger('ended_at').nullable()
      table.bigInteger('changed_at').notNullable()
      versioned(table)
      table.index(['state', 'changed_at'])
      table.index(['state', 'expires_at'])
      table.index(['created_at'])
    })

    this.schema.createTable('shop_quotes_wishes', (table) => {
      table.increments('id')
      table.string('public_id', 22).notNullable().unique()
      table.integer('quote_id').notNullable().references('shop_quotes_quotes.id').index()
      table.integer('position').notNullable()
      table.integer('service_id').notNullable().references('shop_quotes_services.id')
      table.text('name').notNullable()
      table.integer('quantity').notNullable()
      table.integer('filled_form_id').nullable().unique()
      table.foreign('filled_form_id').references('shop_quotes_filled_forms.id')
    })

    this.schema.createTable('shop_quotes_quote_versions', (table) => {
      table.increments('id')
      table.string('public_id', 22).notNullable().unique()
      table.integer('quote_id').notNullable().references('shop_quotes_quotes.id')
      table.integer('number').notNullable()
      table.text('intro').nullable()
      table.text('conditions').nullable()
      table.string('last_day', 10).notNullable()
      table.string('currency', 3).notNullable()
      table.integer('whole_discount_bp').notNullable().defaultTo(0)
      table.text('totals').notNullable()
      table.bigInteger('total_minor').notNullable().defaultTo(0)
      table.string('digest', 64).nullable()
      table.bigInteger('sent_at').nullable()
      table.integer('sent_by_id').nullable()
      versioned(table)
      table.unique(['quote_id', 'number'])
    })

    this.schema.createTable('shop_quotes_quote_lines', (table) => {
      table.increments('id')
      table.string('public_id', 22).notNullable().unique()
      const versions = table.integer('quote_version_id').notNullable().index()
      versions.references('shop_quotes_quote_versions.id').onDelete('CASCADE')
      table.integer('position').notNullable()
      table.integer('service_id').nullable().references('shop_quotes_services.id')
      table.integer('wish_id').nullable().references('shop_quotes_wishes.id')
      table.text('description').notNullable()
      table.string('quantity', 12).notNullable()
      table.bigInteger('unit_price_minor').notNullable()
      table.string('basis', 5).notNullable()
      table.integer('discount_bp').notNullable().defaultTo(0)
      table.string('tax_class', 20).notNullable()
      table.integer('rate_bp').notNullable()
      table.text('exemption').nullable()
      table.boolean('optional').notNullable().defaultTo(false)
      table.bigInteger('amount_minor').notNullable()
    })
  }

  override async down() {
    this.schema.dropTable('shop_quotes_quote_lines')
    this.schema.dropTable('shop_quotes_quote_versions')
    this.schema.dropTable('shop_quotes_wishes')
    this.schema.dropTable('shop_quotes_quotes')
    this.schema.dropTable('shop_quotes_terms')
  }
}

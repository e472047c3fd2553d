import { BaseSchema } from '@adonisjs/lucid/schema'

type Table = Parameters<Parameters<BaseSchema['schema']['createTable']>[1]>[0]

function versioned(table: Table): void {
  table.bigInteger('created_at').notNullable()
  table.bigInteger('updated_at').notNullable()
  table.integer('version').notNullable().defaultTo(1)
}

export default class extends BaseSchema {
  override async up() {
    this.schema.createTable('shop_quotes_categories', (table) => {
      table.increments('id')
      table.string('slug', 100).notNullable().unique()
      table.integer('parent_id').nullable().references('shop_quotes_categories.id').index()
      table.text('name').notNullable()
      table.text('description').nullable()
      table.integer('position').notNullable().defaultTo(0)
      table.boolean('active').notNullable().defaultTo(true)
      versioned(table)
    })

    this.schema.createTable('shop_quotes_tax_rates', (table) => {
      table.increments('id')
      table.string('country', 2).notNullable()
      table.string('tax_class', 20).notNullable()
      table.integer('rate_bp').notNullable()
      table.text('exemption').nullable()
      table.string('valid_from', 10).notNullable()
      table.string('valid_to', 10).nullable()
      versioned(table)
      table.unique(['country', 'tax_class', 'valid_from'])
    })

    this.schema.createTable('shop_quotes_services', (table) => {
      table.increments('id')
      table.string('public_id', 22).notNullable().unique()
      table.string('slug', 100).notNullable().unique()
      table.integer('category_id').notNullable().references('shop_quotes_categories.id')
      table.integer('location_id').nullable().references('organisation_locations.id').index()
      table.text('name').notNullable()
      table.text('summary').nullable()
      table.text('description').nullable()
      table.string('price_mode', 10).notNullable()
      table.bigInteger('price_minor').nullable()
      table.string('basis', 5).notNullable()
      table.string('tax_class', 20).notNullable()
      table.integer('form_id').nullable().references('forms_definitions.id')
      table.integer('bookable_service_id').nullable().references('scheduling_services.id')
      table.string('withdrawal_class', 20).notNullable()
      table.integer('most').notNullable().defaultTo(10)
      table.string('available_from', 10).nullable()
      table.string('available_to', 10).nullable()
      table.integer('position').notNullable().defaultTo(0)
      table.boolean('active').notNullable().defaultTo(true)
      versioned(table)
      table.index(['category_id', 'active', 'position'])
    })
  }

  override async down() {
    this.schema.dropTable('shop_quotes_services')
    this.schema.dropTable('shop_quotes_tax_rates')
    this.schema.dropTable('shop_quotes_categories')
  }
}

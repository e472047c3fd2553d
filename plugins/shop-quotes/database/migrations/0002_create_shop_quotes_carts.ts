import { BaseSchema } from '@adonisjs/lucid/schema'

type Table = Parameters<Parameters<BaseSchema['schema']['createTable']>[1]>[0]

function versioned(table: Table): void {
  table.bigInteger('created_at').notNullable()
  table.bigInteger('updated_at').notNullable()
  table.integer('version').notNullable().defaultTo(1)
}

/** A visitor and an account have one open cart of each kind; the placed ones stay. */
const ONE_OPEN_CART = ['user_id', 'token_hash'].map(
  (
    owner
  ) => `CREATE UNIQUE INDEX shop_quotes_carts_open_${owner} ON shop_quotes_carts (${owner}, kind)
     WHERE state = 'open' AND ${owner} IS NOT NULL`
)

export default class extends BaseSchema {
  override async up() {
    this.schema.createTable('shop_quotes_billing_profiles', (table) => {
      table.increments('id')
      table.string('public_id', 22).notNullable().unique()
      table.integer('user_id').notNullable().references('accounts_users.id').index()
      table.boolean('is_default').notNullable().defaultTo(false)
      table.text('billing').notNullable()
      versioned(table)
    })

    this.schema.createTable('shop_quotes_carts', (table) => {
      table.increments('id')
      table.string('public_id', 22).notNullable().unique()
      table.string('kind', 5).notNullable()
      table.string('state', 6).notNullable()
      table.integer('user_id').nullable().references('accounts_users.id')
      table.string('token_hash', 64).nullable()
      const profiles = table.integer('billing_profile_id').nullable()
      profiles.references('shop_quotes_billing_profiles.id').onDelete('SET NULL')
      versioned(table)
      table.index(['state', 'updated_at'])
    })
    for (const statement of ONE_OPEN_CART) this.schema.raw(statement)

    this.schema.createTable('shop_quotes_filled_forms', (table) => {
      table.increments('id')
      table.string('public_id', 22).notNullable().unique()
      table.integer('form_version_id').notNullable().references('forms_versions.id')
      table.text('answers').notNullable()
      versioned(table)
    })

    this.schema.createTable('shop_quotes_cart_lines', (table) => {
      table.increments('id')
      table.string('public_id', 22).notNullable().unique()
      const carts = table.integer('cart_id').notNullable().index()
      carts.references('shop_quotes_carts.id').onDelete('CASCADE')
      table.integer('service_id').notNullable().references('shop_quotes_services.id').index()
      table.integer('quantity').notNullable()
      table.integer('filled_form_id').nullable().unique()
      table.foreign('filled_form_id').references('shop_quotes_filled_forms.id')
      table.text('seen_price').nullable()
      versioned(table)
    })
  }

  override async down() {
    this.schema.dropTable('shop_quotes_cart_lines')
    this.schema.dropTable('shop_quotes_filled_forms')
    this.schema.dropTable('shop_quotes_carts')
    this.schema.dropTable('shop_quotes_billing_profiles')
  }
}

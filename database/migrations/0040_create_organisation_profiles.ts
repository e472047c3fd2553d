import { BaseSchema } from '@adonisjs/lucid/schema'

const LANGUAGES = ['es', 'pt', 'en', 'fr', 'it', 'ca', 'de', 'pl']

export default class extends BaseSchema {
  override async up() {
    this.schema.createTable('organisation_profiles', (table) => {
      table.increments('id')
      table.string('name', 120).notNullable().defaultTo('Sportello')
      table.string('logo', 80).nullable()
      table.string('accent', 7).nullable()
      table.string('email', 254).nullable()
      table.string('phone', 40).nullable()
      table.text('address').nullable()
      table.text('legal_notice').notNullable().defaultTo('{}')
      table.text('privacy_notice').notNullable().defaultTo('{}')
      table.text('accessibility_statement').notNullable().defaultTo('{}')
      table.text('help').notNullable().defaultTo('{}')
      table.text('locales').notNullable()
      table.string('default_locale', 5).notNullable().defaultTo('es')
      table.text('allowed_embed_hosts').notNullable().defaultTo('[]')
      table.integer('version').notNullable().defaultTo(1)
      table.bigInteger('updated_at').notNullable()
    })
    // There is exactly one organisation; it has our name until it gives its own.
    this.defer(async (db) => {
      await db
        .table('organisation_profiles')
        .insert({ id: 1, locales: JSON.stringify(LANGUAGES), updated_at: Date.now() })
    })
  }

  override async down() {
    this.schema.dropTable('organisation_profiles')
  }
}

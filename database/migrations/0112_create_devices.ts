import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.createTable('devices_pairings', (table) => {
      table.increments('id')
      table.string('token_hash', 64).notNullable().unique()
      table.string('code_hash', 64).notNullable().unique()
      table.bigInteger('expires_at').notNullable().index()
    })
    this.schema.createTable('devices_devices', (table) => {
      table.increments('id')
      table.string('name', 120).notNullable()
      table.string('kind', 120).notNullable()
      table.integer('subject_id').notNullable()
      table
        .integer('location_id')
        .notNullable()
        .references('id')
        .inTable('organisation_locations')
        .onDelete('RESTRICT')
        .index()
      table.string('token_hash', 64).notNullable().unique()
      table.bigInteger('cookie_sent_at').notNullable()
      table.bigInteger('last_seen_at').notNullable()
      table.integer('version').notNullable().defaultTo(1)
      table.bigInteger('created_at').notNullable()
      table.bigInteger('updated_at').notNullable()
    })
  }

  override async down() {
    this.schema.dropTable('devices_devices')
    this.schema.dropTable('devices_pairings')
  }
}

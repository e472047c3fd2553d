import { BaseSchema } from '@adonisjs/lucid/schema'
import { SCREEN_PRESETS } from '#plugins/queue-caller/domain/screen_presets'

/** What stands on the devices of a location: screens that call, kiosks that give out tickets. */
export default class extends BaseSchema {
  override async up() {
    this.schema.createTable('queue_caller_screens', (table) => {
      table.increments('id')
      table.integer('location_id').notNullable().references('organisation_locations.id')
      table.string('name', 80).notNullable()
      table
        .string('preset', 10)
        .notNullable()
        .checkIn([...SCREEN_PRESETS])
      table.text('line_ids').notNullable()
      table.integer('counter_id').nullable().references('queue_caller_counters.id')
      table.text('locales').notNullable()
      table.text('notice').notNullable()
      table.boolean('sound').notNullable()
      table.bigInteger('created_at').notNullable()
      table.bigInteger('updated_at').notNullable()
      table.integer('version').notNullable().defaultTo(1)
    })

    this.schema.createTable('queue_caller_kiosks', (table) => {
      table.increments('id')
      table.integer('location_id').notNullable().references('organisation_locations.id')
      table.string('name', 80).notNullable()
      table.text('line_ids').notNullable()
      table.text('locales').notNullable()
      table.bigInteger('created_at').notNullable()
      table.bigInteger('updated_at').notNullable()
      table.integer('version').notNullable().defaultTo(1)
    })
  }

  override async down() {
    this.schema.dropTable('queue_caller_kiosks')
    this.schema.dropTable('queue_caller_screens')
  }
}

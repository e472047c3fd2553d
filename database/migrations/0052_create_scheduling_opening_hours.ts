import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.createTable('scheduling_opening_rules', (table) => {
      table.increments('id')
      table.integer('location_id').notNullable().references('organisation_locations.id').index()
      table.integer('resource_id').nullable().references('scheduling_resources.id')
      table.string('weekdays', 20).notNullable()
      table.string('opens', 5).notNullable()
      table.string('closes', 5).notNullable()
      table.string('valid_from', 10).nullable()
      table.string('valid_to', 10).nullable()
      table.integer('public_seats').nullable()
      table.integer('internal_seats').notNullable().defaultTo(0)
      table.integer('version').notNullable().defaultTo(1)
      table.bigInteger('created_at').notNullable()
      table.bigInteger('updated_at').notNullable()
    })

    this.schema.createTable('scheduling_opening_exceptions', (table) => {
      table.increments('id')
      table.integer('location_id').notNullable().references('organisation_locations.id').index()
      table.integer('resource_id').nullable().references('scheduling_resources.id')
      table.string('name', 120).nullable()
      table.string('from_day', 10).notNullable()
      table.string('to_day', 10).notNullable()
      table.boolean('closed').notNullable().defaultTo(true)
      table.string('opens', 5).nullable()
      table.string('closes', 5).nullable()
      table.integer('public_seats').nullable()
      table.integer('internal_seats').notNullable().defaultTo(0)
      table.integer('version').notNullable().defaultTo(1)
      table.bigInteger('created_at').notNullable()
      table.bigInteger('updated_at').notNullable()
    })

    this.schema.createTable('scheduling_blocks', (table) => {
      table.increments('id')
      table.integer('location_id').notNullable().references('organisation_locations.id')
      table.integer('resource_id').nullable().references('scheduling_resources.id')
      table.bigInteger('starts_at').notNullable()
      table.bigInteger('ends_at').notNullable()
      table.string('reason', 200).nullable()
      table.integer('version').notNullable().defaultTo(1)
      table.bigInteger('created_at').notNullable()
      table.bigInteger('updated_at').notNullable()
      table.index(['location_id', 'ends_at'])
    })
  }

  override async down() {
    this.schema.dropTable('scheduling_blocks')
    this.schema.dropTable('scheduling_opening_exceptions')
    this.schema.dropTable('scheduling_opening_rules')
  }
}

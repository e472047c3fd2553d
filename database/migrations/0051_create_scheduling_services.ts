import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.createTable('scheduling_services', (table) => {
      table.increments('id')
      table.string('slug', 60).notNullable().unique()
      table.text('name').notNullable()
      table.text('description').nullable()
      table.text('preparation').nullable()
      table.integer('duration_minutes').notNullable()
      table.integer('step_minutes').notNullable()
      table.integer('buffer_before_minutes').notNullable().defaultTo(0)
      table.integer('buffer_after_minutes').notNullable().defaultTo(0)
      table.integer('min_notice_minutes').notNullable().defaultTo(0)
      table.integer('horizon_days').notNullable().defaultTo(60)
      table.integer('capacity').notNullable().defaultTo(1)
      table.string('letter', 1).notNullable()
      table.boolean('active').notNullable().defaultTo(true)
      table.boolean('public').notNullable().defaultTo(true)
      table.integer('form_id').nullable()
      table.string('confirmation_mode', 10).notNullable().defaultTo('instant')
      table.integer('position').notNullable().defaultTo(0)
      table.integer('version').notNullable().defaultTo(1)
      table.bigInteger('created_at').notNullable()
      table.bigInteger('updated_at').notNullable()
    })

    this.schema.createTable('scheduling_service_locations', (table) => {
      table.increments('id')
      table.integer('service_id').notNullable().references('scheduling_services.id')
      table.integer('location_id').notNullable().references('organisation_locations.id')
      table.unique(['service_id', 'location_id'])
    })

    this.schema.createTable('scheduling_requirements', (table) => {
      table.increments('id')
      table.integer('service_id').notNullable().references('scheduling_services.id').index()
      table.integer('need').notNullable().defaultTo(1)
      table.integer('position').notNullable().defaultTo(0)
    })

    this.schema.createTable('scheduling_requirement_resources', (table) => {
      table.increments('id')
      table.integer('requirement_id').notNullable().references('scheduling_requirements.id')
      table.integer('resource_id').notNullable().references('scheduling_resources.id').index()
      table.unique(['requirement_id', 'resource_id'])
    })
  }

  override async down() {
    this.schema.dropTable('scheduling_requirement_resources')
    this.schema.dropTable('scheduling_requirements')
    this.schema.dropTable('scheduling_service_locations')
    this.schema.dropTable('scheduling_services')
  }
}

import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.createTable('scheduling_resources', (table) => {
      table.increments('id')
      table.string('public_id', 22).notNullable().unique()
      table.integer('location_id').notNullable().references('organisation_locations.id').index()
      table.string('kind', 10).notNullable().checkIn(['person', 'room', 'device', 'counter'])
      table.string('name', 120).notNullable()
      table.integer('units').notNullable().defaultTo(1)
      table.integer('position').notNullable().defaultTo(0)
      table.boolean('active').notNullable().defaultTo(true)
      table.integer('version').notNullable().defaultTo(1)
      table.bigInteger('created_at').notNullable()
      table.bigInteger('updated_at').notNullable()
    })
  }

  override async down() {
    this.schema.dropTable('scheduling_resources')
  }
}

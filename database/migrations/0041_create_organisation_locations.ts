import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.createTable('organisation_locations', (table) => {
      table.increments('id')
      table.string('public_id', 22).notNullable().unique()
      table.string('slug', 60).notNullable().unique()
      table.string('name', 120).notNullable()
      table.text('address').nullable()
      table.string('zone', 60).notNullable()
      table.string('phone', 40).nullable()
      table.string('email', 254).nullable()
      table.boolean('active').notNullable().defaultTo(true)
      table.integer('version').notNullable().defaultTo(1)
      table.bigInteger('created_at').notNullable()
      table.bigInteger('updated_at').notNullable()
    })
  }

  override async down() {
    this.schema.dropTable('organisation_locations')
  }
}

import { BaseSchema } from '@adonisjs/lucid/schema'

/** V6: projects that fund the organisation; each has one picture in `files_files`. */
export default class extends BaseSchema {
  override async up() {
    this.schema.createTable('organisation_funders', (table) => {
      table.increments('id')
      table.string('name', 120).notNullable()
      table.text('alternative').notNullable().defaultTo('{}')
      table.string('link', 2000).nullable()
      table.integer('position').notNullable().defaultTo(0)
      table.integer('version').notNullable().defaultTo(1)
      table.bigInteger('created_at').notNullable()
      table.bigInteger('updated_at').notNullable()
    })
  }

  override async down() {
    this.schema.dropTable('organisation_funders')
  }
}

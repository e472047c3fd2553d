import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.createTable('forms_definitions', (table) => {
      table.increments('id')
      table.string('public_id', 22).notNullable().unique()
      table.string('name', 120).notNullable()
      table.integer('current_number').notNullable()
      table.integer('version').notNullable().defaultTo(1)
      table.bigInteger('created_at').notNullable()
      table.bigInteger('updated_at').notNullable()
    })
    this.schema.createTable('forms_versions', (table) => {
      table.increments('id')
      table.integer('definition_id').notNullable().references('id').inTable('forms_definitions')
      table.integer('number').notNullable()
      table.text('fields').notNullable()
      table.bigInteger('created_at').notNullable()
      table.unique(['definition_id', 'number'])
    })
  }

  override async down() {
    this.schema.dropTable('forms_versions')
    this.schema.dropTable('forms_definitions')
  }
}

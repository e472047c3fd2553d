import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.createTable('settings_values', (table) => {
      table.increments('id')
      table.string('key', 120).notNullable()
      // 0 is the organisation: NULL would not take part in the unique index.
      table.integer('location_id').notNullable().defaultTo(0)
      table.text('value').notNullable()
      table.integer('version').notNullable().defaultTo(1)
      table.bigInteger('updated_at').notNullable()
      table.unique(['key', 'location_id'])
    })
  }

  override async down() {
    this.schema.dropTable('settings_values')
  }
}

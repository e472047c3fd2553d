import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.createTable('platform_plugins', (table) => {
      table.string('id', 64).primary()
      table.string('version', 32).notNullable()
      table.boolean('enabled').notNullable().defaultTo(false)
      table.bigInteger('changed_at').notNullable()
    })
  }

  override async down() {
    this.schema.dropTable('platform_plugins')
  }
}

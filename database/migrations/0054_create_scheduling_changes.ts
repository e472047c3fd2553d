import { BaseSchema } from '@adonisjs/lucid/schema'

/** How often what is free has changed; triggers count, see docs/domain/availability.md. */
export default class extends BaseSchema {
  override async up() {
    this.schema.createTable('scheduling_changes', (table) => {
      // 0 stands for the rules: they hold at all locations.
      table.integer('location_id').primary()
      table.bigInteger('n').notNullable()
    })
  }

  override async down() {
    this.schema.dropTable('scheduling_changes')
  }
}

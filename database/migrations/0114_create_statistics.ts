import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.createTable('statistics_counts', (table) => {
      table.string('day', 10).notNullable()
      table.string('kind', 10).notNullable()
      table.string('name', 120).notNullable()
      table.integer('amount').notNullable()
      table.primary(['day', 'kind', 'name'])
    })
    this.schema.createTable('statistics_salts', (table) => {
      table.string('day', 10).primary()
      table.string('salt', 22).notNullable()
    })
    this.schema.createTable('statistics_visitors', (table) => {
      table.string('day', 10).notNullable()
      table.string('visitor', 22).notNullable()
      table.bigInteger('last_at').notNullable()
      table.primary(['day', 'visitor'])
    })
  }

  override async down() {
    this.schema.dropTable('statistics_visitors')
    this.schema.dropTable('statistics_salts')
    this.schema.dropTable('statistics_counts')
  }
}

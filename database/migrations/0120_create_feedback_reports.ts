import { BaseSchema } from '@adonisjs/lucid/schema'

/** V5: barriers that people tell of. */
export default class extends BaseSchema {
  override async up() {
    this.schema.createTable('feedback_reports', (table) => {
      table.increments('id')
      table.string('public_id', 22).notNullable().unique()
      table.string('page', 300).nullable()
      table.text('problem').notNullable()
      table.string('name', 200).nullable()
      table.string('email', 254).nullable()
      table.string('locale', 5).notNullable()
      table.string('state', 10).notNullable().defaultTo('open')
      table.bigInteger('answered_at').nullable()
      table.integer('version').notNullable().defaultTo(1)
      table.bigInteger('created_at').notNullable().index()
      table.bigInteger('updated_at').notNullable()
      table.index(['state', 'created_at'])
    })
  }

  override async down() {
    this.schema.dropTable('feedback_reports')
  }
}

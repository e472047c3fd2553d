import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.createTable('booking_appointments', (table) => {
      table.increments('id')
      table.string('public_id', 22).notNullable().unique()
      table.integer('reservation_id').notNullable().unique()
      table.foreign('reservation_id').references('scheduling_reservations.id')
      table.integer('customer_id').notNullable().references('customers_customers.id').index()
      table.integer('form_version_id').nullable().references('forms_versions.id')
      table.text('answers').notNullable()
      table.string('locale', 2).notNullable()
      table.integer('booked_by_id').nullable()
      table.bigInteger('created_at').notNullable()
      table.bigInteger('updated_at').notNullable()
      table.integer('version').notNullable().defaultTo(1)
    })

    this.schema.createTable('booking_links', (table) => {
      table.increments('id')
      table.integer('appointment_id').notNullable().index()
      table.foreign('appointment_id').references('booking_appointments.id').onDelete('CASCADE')
      table.string('purpose', 10).notNullable()
      table.string('token_hash', 64).notNullable().unique()
      table.bigInteger('created_at').notNullable()
      table.bigInteger('expires_at').notNullable()
    })

    this.schema.createTable('booking_drafts', (table) => {
      table.increments('id')
      table.string('token_hash', 64).notNullable().unique()
      table.integer('service_id').notNullable()
      table.integer('location_id').notNullable()
      table.bigInteger('starts_at').notNullable()
      table.integer('reservation_id').nullable()
      table.integer('appointment_id').nullable()
      table.string('first_name', 100).nullable()
      table.string('last_name', 100).nullable()
      table.string('email', 254).nullable()
      table.string('phone', 40).nullable()
      table.integer('form_version_id').nullable()
      table.text('answers').notNullable()
      table.boolean('complete').notNullable().defaultTo(false)
      table.bigInteger('created_at').notNullable().index()
      table.bigInteger('updated_at').notNullable()
      table.integer('version').notNullable().defaultTo(1)
    })
  }

  override async down() {
    this.schema.dropTable('booking_drafts')
    this.schema.dropTable('booking_links')
    this.schema.dropTable('booking_appointments')
  }
}

import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.createTable('patient_visits_clinics', (table) => {
      table.increments('id')
      table.text('name').notNullable()
      table.text('description').nullable()
      table.string('phone', 40).nullable()
      table.integer('position').notNullable().defaultTo(0)
      table.boolean('active').notNullable().defaultTo(true)
      table.bigInteger('created_at').notNullable()
      table.bigInteger('updated_at').notNullable()
      table.integer('version').notNullable().defaultTo(1)
    })

    this.schema.createTable('patient_visits_visit_types', (table) => {
      table.increments('id')
      table.string('public_id', 22).notNullable().unique()
      table.integer('service_id').notNullable().unique()
      table.foreign('service_id').references('scheduling_services.id')
      table.integer('clinic_id').notNullable().references('patient_visits_clinics.id').index()
      table.string('confirmed_by', 10).notNullable()
      table.boolean('self_service').notNullable()
      table.integer('change_until_hours').notNullable()
      table.integer('cancel_until_hours').notNullable()
      table.integer('most_changes').nullable()
      table.string('reason_mode', 10).notNullable()
      table.bigInteger('created_at').notNullable()
      table.bigInteger('updated_at').notNullable()
      table.integer('version').notNullable().defaultTo(1)
    })

    this.schema.createTable('patient_visits_visits', (table) => {
      table.increments('id')
      table.string('public_id', 22).notNullable().unique()
      table.integer('reservation_id').notNullable().unique()
      table.foreign('reservation_id').references('scheduling_reservations.id')
      table.integer('visit_type_id').notNullable()
      table.foreign('visit_type_id').references('patient_visits_visit_types.id')
      table.integer('customer_id').notNullable().references('customers_customers.id').index()
      table.string('locale', 2).notNullable()
      table.integer('changes').notNullable().defaultTo(0)
      table.bigInteger('in_room_at').nullable()
      table.string('ended_by', 10).nullable()
      table.text('reason').nullable()
      table.integer('booked_by_id').nullable()
      table.bigInteger('created_at').notNullable()
      table.bigInteger('updated_at').notNullable()
      table.integer('version').notNullable().defaultTo(1)
    })
  }

  override async down() {
    this.schema.dropTable('patient_visits_visits')
    this.schema.dropTable('patient_visits_visit_types')
    this.schema.dropTable('patient_visits_clinics')
  }
}

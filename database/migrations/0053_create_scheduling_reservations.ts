import { BaseSchema } from '@adonisjs/lucid/schema'

/** docs/domain/reservations.md says what each table is. */
export default class extends BaseSchema {
  override async up() {
    this.schema.createTable('scheduling_days', (table) => {
      table.integer('resource_id').notNullable()
      table.integer('day').notNullable()
      table.integer('n').notNullable()
      table.primary(['resource_id', 'day'])
    })

    this.schema.createTable('scheduling_sessions', (table) => {
      table.increments('id')
      table.integer('service_id').notNullable().references('scheduling_services.id')
      table.integer('location_id').notNullable().references('organisation_locations.id')
      table.bigInteger('starts_at').notNullable()
      table.bigInteger('ends_at').notNullable()
      table.integer('capacity').notNullable()
      // Opened on internal seats: only staff may add people.
      table.boolean('internal').notNullable().defaultTo(false)
      table.boolean('active').notNullable().defaultTo(true)
      table.integer('version').notNullable().defaultTo(1)
      table.index(['location_id', 'starts_at'])
    })

    this.schema.createTable('scheduling_allocations', (table) => {
      table.increments('id')
      table
        .integer('session_id')
        .notNullable()
        .references('scheduling_sessions.id')
        .onDelete('CASCADE')
        .index()
      table.integer('resource_id').notNullable().references('scheduling_resources.id')
      table.integer('seat').notNullable()
      table.bigInteger('starts_at').notNullable()
      table.bigInteger('ends_at').notNullable()
      table.boolean('active').notNullable().defaultTo(true)
      // At most two days long: bounds how far back a search for overlaps must look.
      table.check(
        'starts_at < ends_at and ends_at - starts_at <= 172800000',
        {},
        'allocations_span'
      )
      table.check('seat >= 0', {}, 'allocations_seat')
    })

    this.schema.createTable('scheduling_reservations', (table) => {
      table.increments('id')
      table.string('public_id', 22).notNullable().unique()
      table.integer('session_id').notNullable().references('scheduling_sessions.id')
      table.integer('place').notNullable()
      table.integer('service_id').notNullable().references('scheduling_services.id')
      table.integer('location_id').notNullable().references('organisation_locations.id')
      table.integer('customer_id').nullable().index()
      table.string('owner', 60).notNullable()
      table.string('state', 10).notNullable()
      table.string('outcome', 10).nullable()
      table.string('number', 12).nullable()
      table.string('day', 10).notNullable()
      table.bigInteger('starts_at').notNullable()
      table.bigInteger('ends_at').notNullable()
      table.bigInteger('held_at').notNullable()
      table.bigInteger('expires_at').nullable()
      table.bigInteger('confirmed_at').nullable()
      table.bigInteger('released_at').nullable()
      table.string('released_by', 10).nullable()
      table.integer('released_by_id').nullable()
      table.string('release_reason', 500).nullable()
      table.integer('sequence').notNullable().defaultTo(0)
      table.integer('version').notNullable().defaultTo(1)
      table.check('place >= 0', {}, 'reservations_place')
      table.index(['location_id', 'day'])
    })

    const living = "state in ('held', 'pending', 'confirmed')"
    this.schema.raw(
      `create unique index scheduling_reservations_place on scheduling_reservations (session_id, place) where ${living}`
    )
    this.schema.raw(
      `create unique index scheduling_reservations_number on scheduling_reservations (location_id, day, number) where number is not null`
    )
    this.schema.raw(
      `create index scheduling_reservations_lapsing on scheduling_reservations (expires_at) where state in ('held', 'pending')`
    )
    // For the trigger's search, and for the one query of busy times, which it answers alone.
    this.schema.raw(
      `create index scheduling_allocations_place on scheduling_allocations (resource_id, seat, starts_at, ends_at) where active`
    )
    this.schema.raw(
      `create index scheduling_allocations_busy on scheduling_allocations (resource_id, starts_at, ends_at, seat, session_id) where active`
    )
  }

  override async down() {
    this.schema.dropTable('scheduling_reservations')
    this.schema.dropTable('scheduling_allocations')
    this.schema.dropTable('scheduling_sessions')
    this.schema.dropTable('scheduling_days')
  }
}

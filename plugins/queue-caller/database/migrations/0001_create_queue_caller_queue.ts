import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.createTable('queue_caller_lines', (table) => {
      table.increments('id')
      table.integer('location_id').notNullable().references('organisation_locations.id')
      table.string('letter', 1).notNullable()
      table.text('name').notNullable()
      table.integer('first_number').notNullable()
      table.integer('last_number').notNullable()
      table.integer('contingent').nullable()
      table.text('hours').nullable()
      table.integer('extra_calls').notNullable()
      table.integer('interval_minutes').notNullable()
      table.integer('grace_seconds').notNullable()
      table.integer('early_minutes').notNullable()
      table.integer('late_minutes').notNullable()
      table.integer('most_in_a_row').notNullable()
      table.integer('longest_wait_minutes').notNullable()
      table.integer('target_minutes').notNullable()
      table.integer('service_minutes').notNullable()
      table.integer('position').notNullable()
      table.boolean('active').notNullable()
      table.bigInteger('created_at').notNullable()
      table.bigInteger('updated_at').notNullable()
      table.integer('version').notNullable().defaultTo(1)
      table.unique(['location_id', 'letter'])
    })

    // A service feeds one line of a location at most.
    this.schema.createTable('queue_caller_line_services', (table) => {
      table.integer('location_id').notNullable()
      table.integer('service_id').notNullable().references('scheduling_services.id')
      table.integer('line_id').notNullable().index()
      table.foreign('line_id').references('queue_caller_lines.id').onDelete('CASCADE')
      table.primary(['location_id', 'service_id'])
    })

    this.schema.createTable('queue_caller_counters', (table) => {
      table.increments('id')
      table.integer('location_id').notNullable().references('organisation_locations.id')
      table.string('label', 40).notNullable()
      table.string('spoken', 2).nullable()
      table.integer('position').notNullable()
      table.boolean('active').notNullable()
      table.bigInteger('created_at').notNullable()
      table.bigInteger('updated_at').notNullable()
      table.integer('version').notNullable().defaultTo(1)
      table.unique(['location_id', 'label'])
    })

    this.schema.createTable('queue_caller_counter_lines', (table) => {
      table.integer('counter_id').notNullable()
      table.integer('line_id').notNullable().index()
      table.foreign('counter_id').references('queue_caller_counters.id').onDelete('CASCADE')
      table.foreign('line_id').references('queue_caller_lines.id').onDelete('CASCADE')
      table.primary(['counter_id', 'line_id'])
    })

    this.schema.createTable('queue_caller_sessions', (table) => {
      table.increments('id')
      table.integer('counter_id').notNullable().references('queue_caller_counters.id')
      table.integer('user_id').notNullable().references('accounts_users.id')
      table.boolean('automatic').notNullable()
      table.bigInteger('opened_at').notNullable()
      table.bigInteger('paused_at').nullable()
      table.bigInteger('closed_at').nullable()
    })
    // One person at a counter, one counter for a person.
    for (const column of ['counter_id', 'user_id']) {
      this.schema.raw(
        `create unique index queue_caller_sessions_open_${column} on queue_caller_sessions (${column}) where closed_at is null`
      )
    }

    // The row of a line and business day is what its calls and its numbers take turns at.
    this.schema.createTable('queue_caller_days', (table) => {
      table.integer('line_id').notNullable()
      table.foreign('line_id').references('queue_caller_lines.id')
      table.string('day', 10).notNullable()
      table.integer('issued').notNullable()
      table.integer('in_a_row').notNullable()
      table.primary(['line_id', 'day'])
    })
  }

  override async down() {
    for (const table of ['days', 'sessions', 'counter_lines', 'counters', 'line_services', 'lines'])
      this.schema.dropTable(`queue_caller_${table}`)
  }
}

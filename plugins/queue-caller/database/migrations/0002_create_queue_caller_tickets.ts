import { BaseSchema } from '@adonisjs/lucid/schema'
import { dialect } from '#core/platform'
import { TICKET_STATES } from '#plugins/queue-caller/domain/ticket_states'

/** The log of what happened to tickets is only ever added to. */
const APPEND_ONLY = 'queue_caller_events_append_only'
const REFUSE = {
  sqlite: [
    `create trigger queue_caller_events_no_update before update on queue_caller_events begin select raise(abort, '${APPEND_ONLY}'); end`,
  ],
  postgres: [
    `create or replace function queue_caller_events_refuse() returns trigger language plpgsql as $$ begin raise exception '${APPEND_ONLY}' using errcode = 'integrity_constraint_violation'; end $$`,
    `create trigger queue_caller_events_no_update before update on queue_caller_events for each row execute function queue_caller_events_refuse()`,
  ],
}

export default class extends BaseSchema {
  override async up() {
    this.schema.createTable('queue_caller_tickets', (table) => {
      table.increments('id')
      table.string('public_id', 22).notNullable().unique()
      table.integer('location_id').notNullable().references('organisation_locations.id')
      table.string('day', 10).notNullable()
      table.integer('line_id').notNullable().references('queue_caller_lines.id')
      table.string('code', 8).notNullable()
      // Of a walk-in: where its number comes from, whatever line it waits in later.
      table.integer('issued_line_id').nullable().references('queue_caller_lines.id')
      table.integer('cycle').nullable()
      table.integer('number').nullable()
      // Of an appointment.
      table.integer('reservation_id').nullable().references('scheduling_reservations.id')
      table.bigInteger('starts_at').nullable()
      table
        .string('state', 10)
        .notNullable()
        .checkIn([...TICKET_STATES])
      table.integer('calls').notNullable()
      table.boolean('urgent').notNullable()
      table.string('among', 12).notNullable().checkIn(['appointments', 'walk_ins'])
      table.bigInteger('order_at').notNullable()
      table.bigInteger('due_from').notNullable()
      table.integer('counter_id').nullable().references('queue_caller_counters.id')
      table.integer('for_counter_id').nullable().references('queue_caller_counters.id')
      table.string('left_by', 12).nullable()
      table.string('locale', 2).nullable()
      table.string('note', 200).nullable()
      table.integer('told_from').nullable()
      table.integer('told_to').nullable()
      table.bigInteger('issued_at').notNullable()
      table.bigInteger('checked_in_at').nullable()
      table.bigInteger('called_at').nullable()
      table.bigInteger('announced_at').nullable()
      table.bigInteger('started_at').nullable()
      table.integer('started_hour').nullable()
      table.bigInteger('ended_at').nullable()
      table.integer('version').notNullable().defaultTo(1)
      table.unique(['issued_line_id', 'day', 'cycle', 'number'])
      table.unique(['reservation_id', 'day'])
      table.index(['location_id', 'day', 'state'])
      table.index(['line_id', 'started_hour', 'ended_at'])
    })
    // Never two people called to one counter, whatever the code does.
    this.schema.raw(
      `create unique index queue_caller_tickets_at_counter on queue_caller_tickets (counter_id) where state in ('called', 'serving')`
    )

    this.schema.createTable('queue_caller_events', (table) => {
      table.increments('id')
      table.integer('ticket_id').notNullable().references('queue_caller_tickets.id').index()
      table.integer('location_id').notNullable()
      table.integer('line_id').notNullable()
      table.integer('counter_id').nullable()
      table.integer('user_id').nullable()
      table.string('day', 10).notNullable()
      table.string('kind', 16).notNullable()
      table
        .string('state', 10)
        .notNullable()
        .checkIn([...TICKET_STATES])
      table.bigInteger('at').notNullable()
      table.text('details').nullable()
      table.index(['location_id', 'day', 'at'])
    })
    for (const statement of REFUSE[dialect(this.db)]) this.schema.raw(statement)
  }

  override async down() {
    this.schema.dropTable('queue_caller_events')
    this.schema.dropTable('queue_caller_tickets')
    if (dialect(this.db) === 'postgres') {
      this.schema.raw('drop function if exists queue_caller_events_refuse()')
    }
  }
}

import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.createTable('jobs_jobs', (table) => {
      table.increments('id')
      table.string('public_id', 22).notNullable().unique()
      table.string('kind', 120).notNullable()
      table.string('owner', 60).notNullable()
      table.text('payload').notNullable()
      table.string('dedupe_key', 200)
      table.string('state', 12).notNullable()
      table.bigInteger('run_at').notNullable()
      table.integer('attempts').notNullable().defaultTo(0)
      table.string('claimed_by', 60)
      table.bigInteger('claimed_until')
      table.text('last_error')
      table.bigInteger('created_at').notNullable()
      table.bigInteger('finished_at')
      table.integer('version').notNullable().defaultTo(1)
      table.index(['state', 'run_at'])
      table.index(['state', 'claimed_until'])
    })
    this.schema.raw(
      `create unique index jobs_jobs_waiting_key on jobs_jobs (kind, dedupe_key) where state = 'waiting'`
    )

    this.schema.createTable('jobs_schedule_runs', (table) => {
      table.string('schedule', 120).notNullable()
      table.bigInteger('run_at').notNullable()
      table.primary(['schedule', 'run_at'])
    })

    this.schema.createTable('jobs_workers', (table) => {
      table.string('id', 60).primary()
      table.bigInteger('started_at').notNullable()
      table.bigInteger('seen_at').notNullable()
    })
  }

  override async down() {
    this.schema.dropTable('jobs_workers')
    this.schema.dropTable('jobs_schedule_runs')
    this.schema.dropTable('jobs_jobs')
  }
}

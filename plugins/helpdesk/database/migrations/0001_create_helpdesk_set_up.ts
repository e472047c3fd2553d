import { BaseSchema } from '@adonisjs/lucid/schema'

type Table = Parameters<Parameters<BaseSchema['schema']['createTable']>[1]>[0]

function versioned(table: Table): void {
  table.bigInteger('created_at').notNullable()
  table.bigInteger('updated_at').notNullable()
  table.integer('version').notNullable().defaultTo(1)
}

export default class extends BaseSchema {
  override async up() {
    this.schema.createTable('helpdesk_calendars', (table) => {
      table.increments('id')
      table.string('name', 80).notNullable()
      table.string('zone', 60).notNullable()
      table.text('hours').notNullable()
      versioned(table)
    })

    this.schema.createTable('helpdesk_calendar_days', (table) => {
      table.increments('id')
      const calendars = table.integer('calendar_id').notNullable()
      calendars.references('helpdesk_calendars.id').onDelete('CASCADE')
      table.string('day', 10).notNullable()
      table.string('name', 80).notNullable()
      table.text('hours').notNullable()
      table.unique(['calendar_id', 'day'])
    })

    this.schema.createTable('helpdesk_service_levels', (table) => {
      table.increments('id')
      table.string('name', 80).notNullable()
      table.integer('calendar_id').notNullable().references('helpdesk_calendars.id').index()
      versioned(table)
    })

    this.schema.createTable('helpdesk_service_targets', (table) => {
      table.increments('id')
      const levels = table.integer('service_level_id').notNullable()
      levels.references('helpdesk_service_levels.id').onDelete('CASCADE')
      table.integer('priority').notNullable()
      table.integer('first_answer_minutes').nullable()
      table.integer('solution_minutes').nullable()
      table.unique(['service_level_id', 'priority'])
    })

    this.schema.createTable('helpdesk_teams', (table) => {
      table.increments('id')
      table.string('name', 80).notNullable()
      table.boolean('active').notNullable().defaultTo(true)
      table.integer('position').notNullable().defaultTo(0)
      versioned(table)
    })

    this.schema.createTable('helpdesk_team_members', (table) => {
      table.increments('id')
      const teams = table.integer('team_id').notNullable()
      teams.references('helpdesk_teams.id').onDelete('CASCADE')
      table.integer('user_id').notNullable().references('accounts_users.id').index()
      table.boolean('leads').notNullable().defaultTo(false)
      table.unique(['team_id', 'user_id'])
    })

    this.schema.createTable('helpdesk_intake_nodes', (table) => {
      table.increments('id')
      table.string('key', 22).notNullable().unique()
      table.integer('parent_id').nullable().references('helpdesk_intake_nodes.id').index()
      table.text('label').notNullable()
      table.text('hint').nullable()
      table.text('question').nullable()
      table.integer('position').notNullable().defaultTo(0)
      table.boolean('is_need').notNullable().defaultTo(false)
      table.string('kind', 10).nullable()
      table.string('impact', 10).nullable()
      table.integer('team_id').nullable().references('helpdesk_teams.id')
      table.integer('service_level_id').nullable().references('helpdesk_service_levels.id')
      table.integer('form_id').nullable().references('forms_definitions.id')
      versioned(table)
    })

    this.schema.createTable('helpdesk_intake_versions', (table) => {
      table.increments('id')
      table.integer('number').notNullable().unique()
      table.text('tree').notNullable()
      table.integer('published_by_id').nullable()
      table.bigInteger('created_at').notNullable()
    })

    this.schema.createTable('helpdesk_templates', (table) => {
      table.increments('id')
      table.string('name', 80).notNullable()
      table.text('text').notNullable()
      table.integer('team_id').nullable().references('helpdesk_teams.id')
      table.boolean('active').notNullable().defaultTo(true)
      table.integer('position').notNullable().defaultTo(0)
      versioned(table)
    })
  }

  override async down() {
    this.schema.dropTable('helpdesk_templates')
    this.schema.dropTable('helpdesk_intake_versions')
    this.schema.dropTable('helpdesk_intake_nodes')
    this.schema.dropTable('helpdesk_team_members')
    this.schema.dropTable('helpdesk_teams')
    this.schema.dropTable('helpdesk_service_targets')
    this.schema.dropTable('helpdesk_service_levels')
    this.schema.dropTable('helpdesk_calendar_days')
    this.schema.dropTable('helpdesk_calendars')
  }
}

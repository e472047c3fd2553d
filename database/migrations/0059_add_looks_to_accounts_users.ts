import { BaseSchema } from '@adonisjs/lucid/schema'

/** How the panel looks for each person. */
export default class extends BaseSchema {
  override async up() {
    const add = (column: string) =>
      this.schema.raw(`alter table accounts_users add column ${column}`)
    add(`theme varchar(8) not null default 'system'`)
    add(`density varchar(12) not null default 'comfortable'`)
  }

  override async down() {
    this.schema.raw('alter table accounts_users drop column density')
    this.schema.raw('alter table accounts_users drop column theme')
  }
}

import { BaseSchema } from '@adonisjs/lucid/schema'

/** H9: whose customs dates and numbers follow, where a person chose another than the language's. */
export default class extends BaseSchema {
  override async up() {
    this.schema.raw('alter table accounts_users add column format_locale varchar(5)')
  }

  override async down() {
    this.schema.raw('alter table accounts_users drop column format_locale')
  }
}

import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  override async up() {
    this.schema.raw(
      'alter table accounts_users add column single_keys boolean not null default true'
    )
  }

  override async down() {
    this.schema.raw('alter table accounts_users drop column single_keys')
  }
}

import { BaseSchema } from '@adonisjs/lucid/schema'
import { dialect } from '#core/platform'
import { entryGuards } from '#plugins/helpdesk/domain/entry_guards'

export default class extends BaseSchema {
  override async up() {
    for (const statement of entryGuards(dialect(this.db))) this.schema.raw(statement)
  }

  override async down() {
    if (dialect(this.db) === 'postgres') {
      this.schema.raw('DROP TRIGGER helpdesk_entries_kept ON helpdesk_entries')
      this.schema.raw('DROP FUNCTION helpdesk_entries_refuse()')
    } else {
      this.schema.raw('DROP TRIGGER helpdesk_entries_no_update')
      this.schema.raw('DROP TRIGGER helpdesk_entries_no_delete')
    }
  }
}

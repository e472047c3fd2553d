import { BaseSchema } from '@adonisjs/lucid/schema'
import { auditGuards } from '#app/audit/domain/guards'
import { dialect } from '#core/platform'

/** Where the trail stands already, its first guard refuses every DELETE. */
export default class extends BaseSchema {
  override async up() {
    const engine = dialect(this.db)
    if (engine === 'sqlite') this.schema.raw('DROP TRIGGER IF EXISTS audit_entries_no_delete')
    for (const statement of auditGuards(engine)) this.schema.raw(statement)
  }
}

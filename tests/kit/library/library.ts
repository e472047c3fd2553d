import db from '@adonisjs/lucid/services/db'
import { registry } from '#core/platform'
import library from '#tests/kit/library/plugin'
import { mountPanelOf } from '#tests/kit/mounted'

const { id, admin, permissions } = library

mountPanelOf(library)

/** For `group.each.setup`, after `freshDatabase`, which takes the table away again. */
export async function withLibrary(): Promise<() => void> {
  await db.connection().schema.createTable('library_books', (table) => {
    table.increments('id')
    table.string('title', 255).notNullable()
    table.string('shelf', 20).notNullable()
    table.boolean('lent').notNullable().defaultTo(false)
    table.bigInteger('created_at').notNullable()
    table.bigInteger('updated_at').notNullable()
    table.integer('version').notNullable()
  })
  // Its routes stand already, so it is not added a second time as registering it would.
  const module = { id, admin, permissions }
  registry.modules.push(module)
  return () => void registry.modules.splice(registry.modules.indexOf(module), 1)
}

/** As if what the library keeps were about health; its reservations are those of the owner `library`. */
export function withHealthLibrary(): () => void {
  const plugin = { id, healthRecords: true }
  registry.plugins.push(plugin)
  return () => void registry.plugins.splice(registry.plugins.indexOf(plugin), 1)
}

import { fileURLToPath } from 'node:url'
import edge from 'edge.js'
import db from '@adonisjs/lucid/services/db'
import { mountPanelOf, withPlugin } from '#tests/kit/mounted'
import warranty from '#tests/kit/example_panel/plugin'

// What the platform does with the folder `views` of an installed plugin.
edge.mount('warranty', fileURLToPath(new URL('views', import.meta.url)))
mountPanelOf(warranty)

/** For `group.each.setup`, after `freshDatabase`, which takes the table away again. */
export async function withWarranty(): Promise<() => void> {
  await db.connection().schema.createTable('warranty_tickets', (table) => {
    table.increments('id')
    table.integer('ticket_id').notNullable().unique()
    table.string('state', 20).notNullable()
    table.bigInteger('created_at').notNullable()
    table.bigInteger('updated_at').notNullable()
    table.integer('version').notNullable()
  })
  return withPlugin(warranty)
}

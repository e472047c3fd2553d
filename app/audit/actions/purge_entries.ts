import db from '@adonisjs/lucid/services/db'
import { clock } from '#core/platform'
import { setting } from '#core/settings'
import { keepDays } from '#app/audit/settings'

const DAY = 86_400_000

/**
 * Deletes lines that have had their time, a day late: the clock of the database decides, and one
 * line that it still keeps would hold back all of them.
 */
export async function purgeEntries(): Promise<void> {
  const days = (await setting(keepDays)) + 1
  await db
    .from('audit_entries')
    .where('at', '<', clock.now() - days * DAY)
    .delete()
}

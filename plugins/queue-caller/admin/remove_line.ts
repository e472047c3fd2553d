import { removal, type Action, type AnyResource } from '#core/admin'
import db from '@adonisjs/lucid/services/db'
import { Kiosk } from '#plugins/queue-caller/models/kiosk'
import type { Line } from '#plugins/queue-caller/models/line'
import { Screen } from '#plugins/queue-caller/models/screen'

const ownWord = (word: string) => `queue-caller.admin.lines.errors.${word}`

/** What people once had a ticket of stays, and so does what a screen or kiosk is set up for. */
export function removeLine(lines: () => AnyResource): Action<Line> {
  const plain = removal('queue-caller.manage', lines)
  return {
    ...plain,
    run: async (input) => {
      const { record } = input
      if (await hasTickets(record)) return { ok: false, reason: ownWord('has_tickets') }
      if (await isShown(record)) return { ok: false, reason: ownWord('is_shown') }
      return plain.run(input)
    },
  }
}

async function hasTickets({ id }: Line): Promise<boolean> {
  const tickets = db.from('queue_caller_tickets').select('id')
  const found = await tickets.where('line_id', id).orWhere('issued_line_id', id).first()
  return found !== null
}

/** Without its last line a screen would show all of them. */
async function isShown({ id, locationId }: Line): Promise<boolean> {
  const screens = await Screen.query().where('locationId', locationId)
  const kiosks = await Kiosk.query().where('locationId', locationId)
  return [...screens, ...kiosks].some(({ lineIds }) => lineIds.includes(id))
}

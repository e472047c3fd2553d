import db from '@adonisjs/lucid/services/db'
import type { Location } from '#core/organisation'
import { marks, rows } from '#core/platform'
import { localDateOf, type LocationHours } from '#core/scheduling'
import type { QueueNow } from '#plugins/queue-caller/domain/waiting_time'
import type { Kiosk } from '#plugins/queue-caller/models/kiosk'
import type { Line } from '#plugins/queue-caller/models/line'
import { queueNow, waitOfNew, type WaitRange } from '#plugins/queue-caller/queries/expected_waits'
import { hoursOfLines, type Opening } from '#plugins/queue-caller/queries/open_lines'

/** A line as a kiosk offers it. */
export type OfferedLine = {
  line: Line
  state: 'open' | 'closed' | 'full'
  /** So many could be called now. */
  waiting: number
  /** What who takes a ticket now is told; null while no counter serves the line. */
  wait: WaitRange | null
  /** Of a closed line. */
  opens: Opening
}

export type KioskOffer = {
  place: LocationHours | null
  lines: OfferedLine[]
  /** Whether any appointment of today may still check in. */
  hasAppointments: boolean
}

/** What a kiosk offers at this moment. Seven statements, however many lines there are. */
export async function kioskOffer(kiosk: Kiosk, location: Location): Promise<KioskOffer> {
  const { place, lines } = await hoursOfLines(location)
  const queue = await queueNow(location)
  const own = lines.filter(({ line }) => isOffered(kiosk, line))
  const issued = await issuedOf(
    own.map(({ line }) => line),
    localDateOf(location.zone, queue.now)
  )
  return {
    place,
    hasAppointments: queue.tickets.some(({ among }) => among === 'appointments'),
    lines: own.map(({ line, isOpen, next }) => {
      const isFull = line.contingent !== null && (issued.get(line.id) ?? 0) >= line.contingent
      const state = isOpen ? (isFull ? 'full' : 'open') : 'closed'
      const wait = state === 'open' ? waitOfNew(queue, line.id) : null
      return { line, state, wait, waiting: waitingIn(queue, line.id), opens: next }
    }),
  }
}

export const isOffered = ({ lineIds }: Kiosk, { id }: Line): boolean =>
  lineIds.length === 0 || lineIds.includes(id)

const waitingIn = ({ tickets, now }: QueueNow, id: number): number =>
  tickets.filter(({ lineId, dueFrom }) => lineId === id && dueFrom <= now).length

async function issuedOf(lines: readonly Line[], day: string): Promise<Map<number, number>> {
  const limited = lines.filter(({ contingent }) => contingent !== null).map(({ id }) => id)
  if (limited.length === 0) return new Map()
  const found = await rows<{ line_id: number; issued: number }>(
    db.connection(),
    `select line_id, issued from queue_caller_days where day = ? and line_id in (${marks(limited)})`,
    [day, ...limited]
  )
  return new Map(found.map((row) => [row.line_id, row.issued]))
}

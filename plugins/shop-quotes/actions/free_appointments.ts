import { clock, updateRows, type Actor, type Trx } from '#core/platform'
import { release } from '#core/scheduling'
import { recordEntry } from '#plugins/shop-quotes/actions/record_entry'
import { queueAppointmentMail } from '#plugins/shop-quotes/mails/queue_appointment_mail'
import type { Order } from '#plugins/shop-quotes/models/order'
import { OrderLine } from '#plugins/shop-quotes/models/order_line'
import { bookedOffer } from '#plugins/shop-quotes/queries/appointment_offers'
import { appointedLines, type AppointedLine } from '#plugins/shop-quotes/queries/line_appointments'

type Freeing = {
  by: Actor
  /** Only those of these lines; left out, of all. */
  lineIds?: readonly number[]
  /** For the customer: why. */
  text?: string | null
}

/**
 * Gives back the appointments to come of an order that `lockedOrder` has read; what has taken
 * place, or has begun, stays. Returns how many there were.
 */
export async function freeAppointments(
  trx: Trx,
  order: Order,
  { lineIds, ...freeing }: Freeing
): Promise<number> {
  let freed = 0
  for (const appointed of await appointedLines(trx, order.id)) {
    if (lineIds && !lineIds.includes(appointed.line.id)) continue
    if (await free(trx, order, appointed, freeing)) freed++
  }
  return freed
}

async function free(
  trx: Trx,
  order: Order,
  { line, reservation }: AppointedLine,
  { by, text = null }: Omit<Freeing, 'lineIds'>
): Promise<boolean> {
  if (reservation === null || reservation.outcome !== null) return false
  if (reservation.startsAt <= clock.now()) return false
  const released = await release(trx, reservation, { by, reason: text })
  if (!released.ok) return false
  const own = { id: line.id, reservationId: reservation.id }
  await updateRows(trx, OrderLine, own, { reservationId: null })
  const offer = await bookedOffer(reservation, trx)
  const before = { at: reservation.startsAt, zone: offer.location.zone }
  const changes = { appointment: [before, null] as [unknown, unknown] }
  await recordEntry(trx, order, { deed: 'freed', by, fromState: order.state, text, changes })
  const told = { line, reservation, offer, text }
  await queueAppointmentMail(trx, order, { occasion: 'cancelled', ...told })
  return true
}

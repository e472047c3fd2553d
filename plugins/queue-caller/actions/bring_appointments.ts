import type { Location } from '#core/organisation'
import { clock, marks, rows, SYSTEM, transaction, type Trx } from '#core/platform'
import { dayReservations, localDateOf, type DayReservation } from '#core/scheduling'
import { checkIn } from '#plugins/queue-caller/actions/check_in'
import { lookAgainAt, queueChanged } from '#plugins/queue-caller/actions/queue_changed'
import { changeTicket, noteEvent, takeStep } from '#plugins/queue-caller/actions/take_step'
import { appointmentNews, type KnownTicket } from '#plugins/queue-caller/domain/appointment_news'
import { appointmentStanding } from '#plugins/queue-caller/domain/standing'
import { Ticket } from '#plugins/queue-caller/models/ticket'
import { linesOf } from '#plugins/queue-caller/queries/lines'
import { transferredByStaff } from '#plugins/queue-caller/queries/transferred'

/**
 * Makes the tickets of a location's appointments equal to its reservations of today, whichever
 * plugin they belong to. Doing it twice changes nothing.
 */
export class BringAppointments {
  async handle(location: Location): Promise<void> {
    const now = clock.now()
    const day = localDateOf(location.zone, now)
    const lineOf = await linesByService(location.id)
    const known = await Ticket.query()
      .where('locationId', location.id)
      .where('day', day)
      .whereNotNull('reservationId')
    if (lineOf.size === 0 && known.length === 0) return
    const reservations = await dayReservations(location, day)
    const byReservation = new Map(known.map((ticket) => [ticket.reservationId, ticket]))
    const asked = { reservations, known: known as KnownTicket[], lineOf, now }
    const news = await leavingTransfers(appointmentNews(asked), byReservation)
    if (news.length === 0) return
    await transaction(async (trx) => {
      for (const item of news) {
        const ticket = byReservation.get(item.reservationId)
        if (item.kind === 'new') await addTicket(trx, item.reservation, { location, day, ...item })
        else if (ticket) await apply(trx, ticket.useTransaction(trx), item)
      }
      await queueChanged(trx, location.id)
    })
  }
}

type News = ReturnType<typeof appointmentNews<DayReservation>>[number]

async function linesByService(locationId: number): Promise<Map<number, number>> {
  const lines = (await linesOf(locationId)).map(({ id }) => id)
  if (lines.length === 0) return new Map()
  const found = await rows<{ service_id: number; line_id: number }>(
    Ticket.query().client,
    `select service_id, line_id from queue_caller_line_services where line_id in (${marks(lines)})`,
    lines
  )
  return new Map(found.map((row) => [row.service_id, row.line_id]))
}

/** Without those to be led to another line whom staff transferred: they know better. */
async function leavingTransfers(
  news: News[],
  tickets: ReadonlyMap<number | null, Ticket>
): Promise<News[]> {
  const idOf = ({ reservationId }: News) => tickets.get(reservationId)!.id
  const led = news.filter(({ kind }) => kind === 'line').map(idOf)
  const transferred = await transferredByStaff(led)
  return news.filter((item) => item.kind !== 'line' || !transferred.has(idOf(item)))
}

type Added = { location: Location; day: string; lineId: number }

async function addTicket(trx: Trx, reservation: DayReservation, { location, day, lineId }: Added) {
  const standing = appointmentStanding(reservation.startsAt)
  const isThere = await Ticket.query({ client: trx })
    .where({ reservationId: reservation.id, day })
    .first()
  if (isThere) return
  const ticket = await Ticket.create(
    {
      ...standing,
      ...{ locationId: location.id, lineId, day, reservationId: reservation.id },
      startsAt: reservation.startsAt,
      code: reservation.number!,
      issuedAt: clock.now(),
    },
    { client: trx }
  )
  await noteEvent(trx, ticket, 'issued', { by: SYSTEM, counterId: null })
  await lookAgainAt(trx, location.id, standing.dueFrom)
}

async function apply(trx: Trx, ticket: Ticket, item: News): Promise<void> {
  const by = SYSTEM
  if (item.kind === 'leave') {
    await takeStep(trx, ticket, 'leave', { by, leftBy: item.leftBy, endedAt: clock.now() })
  } else if (item.kind === 'check_in') {
    await checkIn(trx, ticket, by)
  } else if (item.kind === 'line') {
    await takeStep(trx, ticket, 'transfer', { by, lineId: item.lineId })
  } else if (item.kind === 'change') {
    const { startsAt, number } = item.reservation
    const standing = appointmentStanding(startsAt)
    const values = { ...standing, startsAt, code: number!, lineId: item.lineId }
    const back = { state: 'waiting', leftBy: null, endedAt: null, checkedInAt: null } as const
    await changeTicket(trx, ticket, 'issued', { by, values: { ...values, ...back } })
    await lookAgainAt(trx, ticket.locationId, standing.dueFrom)
  }
}

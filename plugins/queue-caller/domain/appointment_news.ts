import type { TicketState } from '#plugins/queue-caller/domain/ticket_states'

/** A reservation of the day as the core tells it; instants are epoch milliseconds. */
export interface DaysReservation {
  readonly id: number
  readonly serviceId: number
  readonly state: string
  readonly outcome: string | null
  readonly number: string | null
  readonly startsAt: number
  readonly endsAt: number
}

/** A ticket of the day that belongs to a reservation. */
export interface KnownTicket {
  readonly reservationId: number
  readonly state: TicketState
  readonly lineId: number
  readonly startsAt: number
  readonly code: string
  readonly calls: number
  readonly leftBy: 'person' | 'staff' | 'reservation' | null
  readonly checkedInAt: number | null
}

export type News<R extends DaysReservation> = { reservationId: number } & (
  | { kind: 'new'; reservation: R; lineId: number }
  /** Another time or number, or back after it had been given up by its reservation. */
  | { kind: 'change'; reservation: R; lineId: number }
  | { kind: 'check_in' }
  /** Its service feeds another line now; to be left where staff transferred it. */
  | { kind: 'line'; lineId: number }
  | { kind: 'leave'; leftBy: 'staff' | 'reservation' }
)

type Asked<R extends DaysReservation> = {
  reservations: readonly R[]
  known: readonly KnownTicket[]
  /** Line that a service feeds. */
  lineOf: ReadonlyMap<number, number>
  now: number
}

const WAITS: readonly TicketState[] = ['waiting', 'absent']

/** What has to happen for the day's tickets to be those of its reservations. */
export function appointmentNews<R extends DaysReservation>(asked: Asked<R>): News<R>[] {
  const { known, lineOf, now } = asked
  const fed = asked.reservations.filter(({ serviceId, state }) => {
    return state === 'confirmed' && lineOf.has(serviceId)
  })
  const tickets = new Map(known.map((ticket) => [ticket.reservationId, ticket]))
  const news = fed.flatMap((reservation): News<R>[] => {
    const reservationId = reservation.id
    const lineId = lineOf.get(reservation.serviceId)!
    const ticket = tickets.get(reservationId)
    if (ticket) return newsOf(ticket, reservation, lineId)
    // What is over or settled when the queue first hears of it stays out of it.
    const isPast = reservation.endsAt <= now || isSettled(reservation)
    return isPast ? [] : [{ kind: 'new', reservationId, reservation, lineId }]
  })
  const confirmed = new Set(fed.map(({ id }) => id))
  const gone = known.filter(({ reservationId, state }) => {
    return !confirmed.has(reservationId) && WAITS.includes(state)
  })
  return [
    ...news,
    ...gone.map(({ reservationId }) => {
      return { kind: 'leave', reservationId, leftBy: 'reservation' } as const
    }),
  ]
}

const isSettled = ({ outcome }: DaysReservation) => outcome === 'served' || outcome === 'no_show'

function newsOf<R extends DaysReservation>(
  ticket: KnownTicket,
  reservation: R,
  lineId: number
): News<R>[] {
  const { reservationId, state, startsAt, code, calls, leftBy, checkedInAt } = ticket
  const isBack = state === 'left' && leftBy === 'reservation'
  const isMoved = startsAt !== reservation.startsAt || code !== reservation.number
  if (isBack || (isMoved && WAITS.includes(state))) {
    return [{ kind: 'change', reservationId, reservation, lineId }]
  }
  if (!WAITS.includes(state)) return []
  if (isSettled(reservation)) return [{ kind: 'leave', reservationId, leftBy: 'staff' }]
  const isHere = reservation.outcome === 'arrived' && checkedInAt === null
  if (isHere) return [{ kind: 'check_in', reservationId }]
  const isElsewhere = state === 'waiting' && calls === 0 && ticket.lineId !== lineId
  return isElsewhere ? [{ kind: 'line', reservationId, lineId }] : []
}

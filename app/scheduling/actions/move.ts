import { emit, clock, type Result, type Trx } from '#core/platform'
import { allotNumber } from '#app/scheduling/actions/confirm'
import { dayChanged } from '#app/scheduling/actions/day_changed'
import { findPlaces, type FoundPlaces, type WantedTime } from '#app/scheduling/actions/find_places'
import { nextPlace, occupy } from '#app/scheduling/actions/occupy'
import { relocateSession } from '#app/scheduling/actions/relocate_session'
import { transition } from '#app/scheduling/actions/transition'
import { closeIfEmpty, lockSession } from '#app/scheduling/actions/vacate_session'
import type { Audience, ReserveRefusal } from '#app/scheduling/domain/calendar_terms'
import { localDateOf } from '#app/scheduling/domain/local_time'
import { ReservationMoved } from '#app/scheduling/events'
import { MovedMeanwhileException } from '#app/scheduling/exceptions'
import type { Reservation } from '#app/scheduling/models/reservation'
import { Service } from '#app/scheduling/models/service'
import type { Session } from '#app/scheduling/models/session'

export interface MoveInput {
  /** epoch milliseconds */
  readonly startsAt: number
  readonly audience: Audience
  readonly resourceId?: number
  /** the reservation's sequence that the wish builds on; left out, the last word counts */
  readonly sequence?: number
  /**
   * epoch ms until which the new time must be confirmed: it is pending until then, and gets its
   * number anew; left out, what is confirmed stays so
   */
  readonly pendingUntil?: number
}

type Moved = Result<{ reservation: Reservation }, ReserveRefusal | 'not_movable'>

/**
 * Changes time or resource in place; a refusal leaves everything as it was (B10, B12).
 * @throws MovedMeanwhileException when another move came between, see `refusingOverlap`
 */
export async function move(trx: Trx, reservation: Reservation, input: MoveInput): Promise<Moved> {
  const now = clock.now()
  // Read again: an attempt that was rolled back, or somebody else, may have left it otherwise.
  await reservation.useTransaction(trx).refresh()
  if ((input.sequence ?? reservation.sequence) !== reservation.sequence)
    throw new MovedMeanwhileException()
  if (!reservation.isLiving(now)) return { ok: false, reason: 'not_movable' }
  const wanted = await wantedTime(trx, reservation, input)
  const answer = await findPlaces(trx, wanted)
  if (!answer.ok) return answer

  const { sessionId, sequence, day } = reservation
  await lockSession(trx, sessionId)
  const session = await targetSession(trx, wanted, answer.found, reservation)
  const isMoved = await transition(
    trx,
    reservation,
    (current) =>
      current.sessionId === sessionId && current.sequence === sequence && current.isLiving(now),
    {
      sessionId: session.id,
      place: await placeIn(trx, session, reservation),
      startsAt: session.startsAt,
      endsAt: session.endsAt,
      day: localDateOf(wanted.location.zone, session.startsAt),
      sequence: sequence + 1,
      // The number belongs to its day: it must be gone before the day changes.
      ...(day === localDateOf(wanted.location.zone, session.startsAt) ? {} : { number: null }),
      ...(input.pendingUntil === undefined ? {} : pendingAgain(input.pendingUntil)),
    }
  )
  if (!isMoved) throw new MovedMeanwhileException()
  if (session.id !== sessionId) await closeIfEmpty(trx, sessionId)
  if (reservation.day !== day && reservation.state === 'confirmed')
    await allotNumber(trx, reservation)
  await announce(trx, reservation, day)
  return { ok: true, reservation }
}

const pendingAgain = (expiresAt: number) =>
  ({ state: 'pending', expiresAt, confirmedAt: null, number: null }) as const

async function wantedTime(trx: Trx, reservation: Reservation, input: MoveInput) {
  const service = await Service.findOrFail(reservation.serviceId, { client: trx })
  const location = await trx
    .from('organisation_locations')
    .where('id', reservation.locationId)
    .select('id', 'zone')
    .firstOrFail()
  const wanted: WantedTime = { ...input, service, location, ignoring: reservation.id }
  return wanted
}

/** The own session at its new time when nobody shares it, else one to join or a new one. */
async function targetSession(
  trx: Trx,
  wanted: WantedTime,
  found: FoundPlaces,
  { sessionId }: Reservation
): Promise<Session> {
  if (found.sessionId !== null) return occupy(trx, wanted, found)
  const relocated = await relocateSession(trx, sessionId, wanted, found)
  return relocated ?? occupy(trx, wanted, found)
}

/** Who moves with the session keeps the place, where a smaller one still has it. */
async function placeIn(trx: Trx, session: Session, { sessionId, place }: Reservation) {
  return session.id === sessionId ? Math.min(place, session.capacity - 1) : nextPlace(trx, session)
}

async function announce(trx: Trx, reservation: Reservation, oldDay: string): Promise<void> {
  await emit(trx, ReservationMoved, { reservationId: reservation.id })
  await dayChanged(trx, reservation.locationId, reservation.day)
  if (oldDay !== reservation.day) await dayChanged(trx, reservation.locationId, oldDay)
}

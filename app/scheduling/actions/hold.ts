import { clock, randomId, type Result, type Trx } from '#core/platform'
import { dayChanged } from '#app/scheduling/actions/day_changed'
import { findPlaces, type WantedTime } from '#app/scheduling/actions/find_places'
import { nextPlace, occupy } from '#app/scheduling/actions/occupy'
import type { ReserveRefusal } from '#app/scheduling/domain/calendar_terms'
import { localDateOf } from '#app/scheduling/domain/local_time'
import { Reservation } from '#app/scheduling/models/reservation'

export interface HoldInput extends Omit<WantedTime, 'ignoring'> {
  /** id of the plugin that asks */
  readonly owner: string
  readonly minutes: number
}

/** Takes a place for some minutes while somebody fills in a form (B7). */
export async function hold(
  trx: Trx,
  input: HoldInput
): Promise<Result<{ reservation: Reservation }, ReserveRefusal>> {
  const answer = await findPlaces(trx, input)
  if (!answer.ok) return answer
  const session = await occupy(trx, input, answer.found)
  const isJoined = answer.found.sessionId !== null
  const now = clock.now()
  const reservation = await Reservation.create(
    {
      publicId: randomId(),
      sessionId: session.id,
      place: isJoined ? await nextPlace(trx, session) : 0,
      serviceId: input.service.id,
      locationId: input.location.id,
      customerId: null,
      owner: input.owner,
      state: 'held',
      outcome: null,
      number: null,
      day: localDateOf(input.location.zone, session.startsAt),
      startsAt: session.startsAt,
      endsAt: session.endsAt,
      heldAt: now,
      expiresAt: now + input.minutes * 60_000,
      sequence: 0,
      version: 1,
    },
    { client: trx }
  )
  await dayChanged(trx, reservation.locationId, reservation.day)
  return { ok: true, reservation }
}

import { createCustomer } from '#core/customers'
import { installedPluginIds, migrate, SYSTEM, transaction } from '#core/platform'
import { freeTimes } from '#core/scheduling'
import { BookVisit } from '#plugins/patient-visits/actions/book_visit'
import { MoveVisit } from '#plugins/patient-visits/actions/move_visit'
import { Visit } from '#plugins/patient-visits/models/visit'
import { visitOffers, type VisitOffer } from '#plugins/patient-visits/queries/visit_offers'
import { aPractice } from '#plugins/patient-visits/tests/clinic'
import type { RaceAnswer } from '#plugins/patient-visits/tests/race_process'

/** Ten doctors, each with 26 times a day on two days: 520 places. */
export const DOCTORS = 10
const DAYS = ['2027-01-13', '2027-01-14']
/** So many moves of one process are under way at a time. */
const AT_ONCE = 10

async function startsOf(offer: VisitOffer): Promise<number[]> {
  const days = await freeTimes({ ...offer, audience: 'public', from: DAYS[0], days: DAYS.length })
  return days.flatMap(({ starts }) => starts.map(({ startsAt }) => startsAt))
}

/** Lays out the clinic and books a visit for each patient, the times one after the other. */
export async function prepare({ patients }: { patients: number }): Promise<RaceAnswer> {
  await migrate(installedPluginIds())
  await aPractice({ doctors: DOCTORS, opens: '09:00', closes: '22:00', rooms: DOCTORS })
  const [offer] = await visitOffers('staff')
  const starts = await startsOf(offer)
  const answer: RaceAnswer = {}
  for (let n = 0; n < patients; n++) {
    const person = {
      firstName: 'Patient',
      lastName: String(n),
      locale: 'en',
      actor: SYSTEM,
    } as const
    const { id } = await transaction((trx) => createCustomer(trx, person))
    const booked = await new BookVisit().handle({
      ...{ offer, formKey: String(n), startsAt: starts[n % starts.length], by: SYSTEM },
      ...{ patient: { customerId: id }, locale: 'en' },
    })
    const outcome = booked.ok ? 'ok' : booked.reason
    answer[outcome] = (answer[outcome] ?? 0) + 1
  }
  return { ...answer, places: starts.length * DOCTORS }
}

/** Patients who change their dates: any of them to any time, as their page showed it. */
export async function move(task: {
  attempts: number
  seed: number
  worker: number
}): Promise<RaceAnswer> {
  const random = randomFrom(task.seed + task.worker)
  const [offer] = await visitOffers('public')
  const starts = await startsOf(offer)
  const ids = (await Visit.query().select('id')).map(({ id }) => id)
  const answer: RaceAnswer = {}
  let left = task.attempts
  const lane = async () => {
    while (left-- > 0) {
      const visitId = ids[Math.floor(random() * ids.length)]
      const startsAt = starts[Math.floor(random() * starts.length)]
      const outcome = await moved(offer, visitId, startsAt)
      answer[outcome] = (answer[outcome] ?? 0) + 1
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
  return answer
}

async function moved(offer: VisitOffer, visitId: number, startsAt: number): Promise<string> {
  try {
    const visit = await Visit.query().where('id', visitId).preload('reservation').firstOrFail()
    const seen = visit.reservation.sequence
    const by = { kind: 'customer', id: visitId } as const
    const answer = await new MoveVisit().handle({ visitId, offer, startsAt, by, seen })
    return answer.ok ? 'ok' : answer.reason
  } catch (error) {
    return `error ${(error as Error).message}`
  }
}

/** The same numbers for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

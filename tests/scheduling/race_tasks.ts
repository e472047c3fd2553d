import { allotAppointmentNumber } from '#core/numbering'
import { Location } from '#core/organisation'
import { installedPluginIds, migrate, SYSTEM, transaction } from '#core/platform'
import {
  addBlock,
  confirm,
  hold,
  move,
  refusingOverlap,
  release,
  reserve,
  Reservation,
  Service,
} from '#core/scheduling'
import { aLocation, aPlanner, aResource, aService, isOpen } from '#tests/scheduling/planner'
import type { Planners, RaceAnswer, RaceTask } from '#tests/scheduling/race_process'

type Race = Exclude<RaceTask, { kind: 'prepare' }> & { worker: number }
type Attempt = (index: number) => Promise<string>

/** Migrates an empty database and lays out one planner for each race. */
export async function prepare(): Promise<Planners> {
  await migrate(installedPluginIds())
  const location = await aLocation()
  const rooms = [await aResource(location), await aResource(location), await aResource(location)]
  await isOpen(location)
  const group = await aService(location, [{ of: rooms }])
  const planners = {
    one: await aPlanner(),
    five: await aPlanner({ service: { capacity: 5 } }),
    left: await aPlanner({ service: { capacity: 5 } }),
    overlapping: await aPlanner({
      service: { durationMinutes: 45, stepMinutes: 15, bufferAfterMinutes: 10 },
    }),
    live: await aPlanner({ units: 2, service: { capacity: 2, stepMinutes: 15 } }),
    group: { location, service: group },
  }
  return Object.fromEntries(
    Object.entries(planners).map(
      ([
        name,
        {
          location: { id },
          service,
        },
      ]) => [name, { location: id, service: service.id }]
    )
  )
}

/** Makes all attempts of one process, several at a time, and counts how they ended. */
export async function race(task: Race, atOnce: number): Promise<RaceAnswer> {
  const attempt = await attemptOf(task)
  const answer: RaceAnswer = {}
  let next = 0
  const lane = async () => {
    while (next < task.attempts) {
      const outcome = await attempt(next++).catch((error: Error) => `error ${error.message}`)
      answer[outcome] = (answer[outcome] ?? 0) + 1
    }
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
  return answer
}

async function attemptOf(task: Race): Promise<Attempt> {
  if (task.kind === 'numbers') return drawNumber
  const service = await Service.findOrFail(task.planner.service)
  const location = await Location.findOrFail(task.planner.location)
  const shared = { service, location, audience: 'public', owner: 'booking' } as const
  if (task.kind === 'live') return liveStep(task, shared)
  return async (index) => {
    const startsAt = task.starts[(index + task.worker) % task.starts.length]
    const answer = await refusingOverlap(() =>
      transaction((trx) => hold(trx, { ...shared, startsAt, minutes: 10 }))
    )
    return answer.ok ? 'ok' : answer.reason
  }
}

/** Every seventh booking fails after it has drawn its number. */
async function drawNumber(index: number): Promise<string> {
  const draw = transaction(async (trx) => {
    await allotAppointmentNumber(trx, { locationId: 1, day: '2026-11-24', letter: 'A' })
    if (index % 7 === 6) throw new Error('failed on purpose')
  })
  return draw.then(
    () => 'numbers',
    (error: Error) => {
      if (error.message === 'failed on purpose') return 'rollbacks'
      throw error
    }
  )
}

type Shared = Pick<Parameters<typeof reserve>[1], 'service' | 'location' | 'audience' | 'owner'>

/** One random step in the life of reservations, on any that some process made. */
function liveStep(task: Extract<Race, { kind: 'live' }>, shared: Shared): Attempt {
  let state = task.seed + task.worker * 7919
  const random = (below: number) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
    return Math.floor((state / 0x7fffffff) * below)
  }
  const { location } = shared
  return async () => {
    const startsAt = task.starts[random(task.starts.length)]
    const pick = await Reservation.query()
      .where('serviceId', shared.service.id)
      .whereIn('state', ['held', 'pending', 'confirmed'])
      .offset(random(12))
      .first()
    const step = pick ? random(8) : 0
    const answer = await refusingOverlap(() =>
      transaction<{ ok: boolean; reason?: string }>(async (trx) => {
        if (!pick || step <= 1) return hold(trx, { ...shared, startsAt, minutes: 10 })
        if (step === 2) return reserve(trx, { ...shared, startsAt, customerId: null })
        if (step === 3) return confirm(trx, pick, { customerId: null })
        if (step <= 5) return move(trx, pick, { startsAt, audience: 'public' })
        if (step === 6) return release(trx, pick, { by: SYSTEM })
        const night = Date.parse('2026-11-24T20:00Z')
        await addBlock(trx, { location, resourceId: null, startsAt: night, endsAt: night + 1 })
        return { ok: true }
      })
    )
    return answer.ok ? 'ok' : (answer.reason ?? 'refused')
  }
}

import fc from 'fast-check'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { SYSTEM, clock, transaction } from '#core/platform'
import {
  addBlock,
  confirm,
  expireHolds,
  extendHold,
  hold,
  move,
  refusingOverlap,
  release,
  type Audience,
  type Reservation,
} from '#core/scheduling'
import { freshDatabase } from '#tests/kit/database'
import { frozenAt } from '#tests/kit/clock'
import { repetitions } from '#tests/kit/repetitions'
import { VIOLATIONS } from '#tests/scheduling/invariants'
import { aLocation, aResource, aService, isOpen, rome } from '#tests/scheduling/planner'

const MINUTE = 60_000
const nine = rome('2026-11-24 09:00')

const KINDS = [
  'hold',
  'extend',
  'confirm',
  'pend',
  'move',
  'release',
  'expire',
  'block',
  'wait',
] as const

interface Step {
  kind: (typeof KINDS)[number]
  /** which reservation, service, start and length: read as each step needs them */
  who: number
  service: number
  start: number
  audience: Audience
}

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    kind: fc.oneof(
      { weight: 4, arbitrary: fc.constant<Step['kind']>('hold') },
      { weight: 6, arbitrary: fc.constantFrom(...KINDS) }
    ),
    who: fc.nat(20),
    service: fc.nat(2),
    start: fc.nat(15),
    audience: fc.constantFrom<Audience>('public', 'staff'),
  }),
  { minLength: 5, maxLength: 30 }
)

/** A dentist's practice: two rooms (one with two chairs), two people, three services. */
async function aPractice() {
  const location = await aLocation()
  const chairs = await aResource(location, { units: 2 })
  const room = await aResource(location)
  const people = [await aResource(location), await aResource(location)]
  await isOpen(location, { closes: '14:00', publicSeats: 1, internalSeats: 1 })
  const rooms = { of: [chairs, room] }
  const services = [
    await aService(location, [rooms], { durationMinutes: 30, stepMinutes: 15 }),
    await aService(location, [rooms, { of: people }], {
      durationMinutes: 60,
      stepMinutes: 15,
      bufferBeforeMinutes: 5,
      bufferAfterMinutes: 10,
    }),
    await aService(location, [{ of: [room] }, { need: 2, of: people }], {
      durationMinutes: 45,
      stepMinutes: 15,
      capacity: 3,
    }),
  ]
  return { location, services, room }
}

/** A failing sequence is shrunk: the next one must not find what it left. */
async function forgetOthers() {
  for (const table of ['reservations', 'allocations', 'sessions', 'blocks']) {
    await db.from(`scheduling_${table}`).delete()
  }
}

type Practice = Awaited<ReturnType<typeof aPractice>>

async function take({ location, services, room }: Practice, made: Reservation[], step: Step) {
  const startsAt = nine + step.start * 15 * MINUTE
  const { audience } = step
  const reservation = made[step.who % Math.max(1, made.length)]
  const input = { service: services[step.service], location, startsAt, audience, owner: 'visits' }
  if (step.kind === 'wait') return void clock.advance(4 * MINUTE)
  if (step.kind === 'expire') return void (await expireHolds(clock.now()))
  await refusingOverlap(() =>
    transaction(async (trx) => {
      if (step.kind === 'block') {
        const endsAt = startsAt + 20 * MINUTE
        return addBlock(trx, { location, resourceId: room.id, startsAt, endsAt })
      }
      if (step.kind === 'hold' || !reservation) {
        const answer = await hold(trx, { ...input, minutes: 10 })
        if (answer.ok) made.push(answer.reservation)
        return answer
      }
      if (step.kind === 'extend') return extendHold(trx, reservation, 10, 30)
      if (step.kind === 'release') return release(trx, reservation, { by: SYSTEM })
      if (step.kind === 'move') return move(trx, reservation, { startsAt, audience })
      const pendingUntil = step.kind === 'pend' ? clock.now() + 15 * MINUTE : undefined
      return confirm(trx, reservation, { customerId: null, pendingUntil })
    })
  )
}

test.group('the life of reservations at random', (group) => {
  group.each.setup(() => freshDatabase())
  const seen = new Set<number>()
  const now = frozenAt(group, '2026-11-24T07:00Z')

  test('B11 after any sequence of steps no two share a place and nothing contradicts', async ({
    assert,
  }) => {
    const numRuns = repetitions('random lives of reservations', { test: 30, proof: 400 })
    const states: Record<string, number> = {}
    await fc.assert(
      fc.asyncProperty(steps, async (sequence) => {
        clock.freeze(now)
        await forgetOthers()
        const practice = await aPractice()
        const made: Reservation[] = []
        for (const step of sequence) {
          await take(practice, made, step)
          await assertUnblocked(made, practice.room.id)
        }
        for (const [violation, sql] of Object.entries(VIOLATIONS)) {
          const { rows = null, length } = await db.rawQuery(sql)
          assert.equal(rows?.length ?? length, 0, violation)
        }
        for (const { state } of made) states[state] = (states[state] ?? 0) + 1
      }),
      { numRuns }
    )
    console.log(`      ${numRuns} lives ended as ${JSON.stringify(states)}`)
    assert.isAbove(states.confirmed ?? 0, 0)

    /** Nobody gets a place under a block that is there already; who was there before stays. */
    async function assertUnblocked(made: Reservation[], roomId: number) {
      const last = made.at(-1)
      if (!last || seen.has(last.id)) return
      seen.add(last.id)
      const under = await db
        .from('scheduling_allocations as a')
        .join('scheduling_blocks as b', 'b.resource_id', 'a.resource_id')
        .where('a.session_id', last.sessionId)
        .where('a.resource_id', roomId)
        .whereColumn('b.starts_at', '<', 'a.ends_at')
        .whereColumn('a.starts_at', '<', 'b.ends_at')
        .where('a.active', true)
      assert.lengthOf(under, 0, 'taken under a block')
    }
  }).timeout(600_000)
})

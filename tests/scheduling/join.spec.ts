import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { SYSTEM, rows, transaction } from '#core/platform'
import {
  hold,
  move,
  refusingOverlap,
  release,
  type HoldInput,
  type Reservation,
} from '#core/scheduling'
import { occupy } from '#app/scheduling/actions/occupy'
import { SessionLeftException } from '#app/scheduling/exceptions'
import { freshDatabase } from '#tests/kit/database'
import { frozenAt } from '#tests/kit/clock'
import { VIOLATIONS } from '#tests/scheduling/invariants'
import { aPlanner, rome } from '#tests/scheduling/planner'

const nine = rome('2026-11-24 09:00')
const eleven = rome('2026-11-24 11:00')

/** A group of three, with one person in it. */
async function aGroup() {
  const { service, location } = await aPlanner({ service: { capacity: 3 } })
  const asked = { service, location, startsAt: nine, audience: 'public', owner: 'booking' } as const
  const input: HoldInput = { ...asked, minutes: 10 }
  return { input, first: await taken(input) }
}

const take = (input: HoldInput) => refusingOverlap(() => transaction((trx) => hold(trx, input)))

async function taken(input: HoldInput): Promise<Reservation> {
  const answer = await take(input)
  if (!answer.ok) throw new Error(answer.reason)
  return answer.reservation
}

/** Joins the session as if it had been found a moment ago. */
const join = (input: HoldInput, sessionId: number) =>
  transaction((trx) => occupy(trx, input, { sessionId, places: null }))

test.group('Joining a session', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, '2026-11-23T08:00Z')

  test('B11 one that everybody has left, or moved with, is not joined', async ({ assert }) => {
    const { input, first } = await aGroup()
    await transaction((trx) => move(trx, first, { startsAt: eleven, audience: 'public' }))
    await assert.rejects(() => join(input, first.sessionId), SessionLeftException)
    await transaction((trx) => release(trx, first, { by: SYSTEM }))
    await assert.rejects(() => join({ ...input, startsAt: eleven }, first.sessionId))
  })

  test('B11 whoever wanted to join it then gets the place that it gave back', async ({
    assert,
  }) => {
    const { input, first } = await aGroup()
    await transaction((trx) => release(trx, first, { by: SYSTEM }))
    let attempts = 0
    const answer = await refusingOverlap(() =>
      transaction(async (trx) => {
        // As on PostgreSQL, where the last one may leave between a look and the lock.
        if (++attempts === 1) await occupy(trx, input, { sessionId: first.sessionId, places: null })
        return hold(trx, input)
      })
    )
    assert.deepEqual([answer.ok, attempts], [true, 2])
    for (const [violation, sql] of Object.entries(VIOLATIONS)) {
      assert.deepEqual(await rows(db.connection(), sql), [], violation)
    }
  })

  test('B11 who finds only sessions that others leave is refused politely', async ({ assert }) => {
    let attempts = 0
    const answer = await refusingOverlap(async () => {
      attempts++
      throw new SessionLeftException()
    })
    assert.deepEqual([answer, attempts], [{ ok: false, reason: 'slot_taken' }, 3])
  })
})

import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { dialect, transaction } from '#core/platform'
import {
  ensureGuards,
  guardsPresent,
  refusingOverlap,
  reserve,
  type Service,
} from '#core/scheduling'
import { isOverlap, POSTGRES_TRIGGER } from '#app/scheduling/domain/guards'
import { freshDatabase } from '#tests/kit/database'
import { frozenAt } from '#tests/kit/clock'
import { aPlanner, rome } from '#tests/scheduling/planner'

const nine = rome('2026-11-24 09:00')
const HOUR = 3_600_000

async function aBooking(service: Partial<Service> = {}) {
  const planner = await aPlanner({ service })
  const answer = await transaction((trx) =>
    reserve(trx, {
      ...planner,
      startsAt: nine,
      audience: 'public',
      owner: 'booking',
      customerId: null,
    })
  )
  if (!answer.ok) throw new Error(answer.reason)
  return { ...planner, reservation: answer.reservation }
}

/** What the database answers to a raw statement; in a savepoint, for PostgreSQL. */
async function refusal(sql: string, bindings: (number | boolean | string)[]): Promise<unknown> {
  try {
    await db.transaction((trx) => trx.rawQuery(sql, bindings))
  } catch (error) {
    return error
  }
  return null
}

const INSERT = `insert into scheduling_allocations
  (session_id, resource_id, seat, starts_at, ends_at, active) values (?, ?, ?, ?, ?, ?)`

/** Another reservation of somebody's session: its state, its place, whose session. */
const COPY = `insert into scheduling_reservations
    (public_id, session_id, state, place, service_id, location_id, owner, day, starts_at, ends_at, held_at)
  select 'raw', session_id, ?, ?, service_id, location_id, owner, day, starts_at, ends_at, held_at
  from scheduling_reservations where id = ?`
const REVIVE = `update scheduling_reservations set state = 'held' where place = 1`

test.group('the database itself', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, '2026-11-23T08:00Z')

  test('has its guards', async ({ assert }) => {
    assert.isTrue(await guardsPresent(db.connection()))
  })

  test('B11 refuses an overlap by raw INSERT, allows what touches', async ({ assert }) => {
    const { resource, reservation } = await aBooking()
    const insert = (seat: number, from: number, to: number, active = true) =>
      refusal(INSERT, [reservation.sessionId, resource.id, seat, from, to, active])
    assert.isTrue(isOverlap(await insert(0, nine + HOUR / 2, nine + 2 * HOUR)))
    assert.isTrue(isOverlap(await insert(0, nine - HOUR, nine + 1)))
    assert.isTrue(isOverlap(await insert(0, nine - HOUR, nine + 2 * HOUR)))
    assert.isNull(await insert(0, nine + HOUR, nine + 2 * HOUR))
    assert.isNull(await insert(1, nine, nine + HOUR))
    assert.isNull(await insert(0, nine, nine + HOUR, false))
  })

  test('B11 refuses an overlap by raw UPDATE', async ({ assert }) => {
    const { resource, reservation } = await aBooking()
    const insert = [reservation.sessionId, resource.id, 0, nine + HOUR, nine + 2 * HOUR, true]
    assert.isNull(await refusal(INSERT, insert))
    const update = 'update scheduling_allocations set starts_at = ? where starts_at = ?'
    assert.isTrue(isOverlap(await refusal(update, [nine + HOUR - 1, nine + HOUR])))
    assert.isNull(await refusal(update, [nine + HOUR + 1, nine + HOUR]))
  })

  test('refuses an allocation longer than two days, which no search would find', async ({
    assert,
  }) => {
    const { resource, reservation } = await aBooking()
    const row = [reservation.sessionId, resource.id, 0, nine + HOUR, nine + 60 * HOUR, true]
    assert.match(String(await refusal(INSERT, row)), /allocations_span/)
  })

  test('B11 refuses two living reservations on one place of a session', async ({ assert }) => {
    const { reservation } = await aBooking()
    assert.isTrue(isOverlap(await refusal(COPY, ['held', 0, reservation.id])))
  })

  test('B11 refuses a living reservation outside an active session at its time', async ({
    assert,
  }) => {
    const { reservation } = await aBooking()
    const update = (values: string) =>
      refusal(`update scheduling_reservations set ${values} where id = ?`, [reservation.id])
    const elsewhere = ['starts_at = starts_at + 1', 'ends_at = ends_at + 1', 'place = 1']
    for (const values of elsewhere) {
      assert.match(String(await update(values)), /reservations_in_session_update/, values)
    }
    assert.isNull(await update("state = 'held'"))
    const insert = (state: string) => refusal(COPY, [state, 1, reservation.id])
    assert.match(String(await insert('held')), /reservations_in_session_insert/)
    assert.isNull(await insert('released'))
    assert.match(String(await refusal(REVIVE, [])), /reservations_in_session_update/)
  })

  test('B11 refuses to close or move a session under people', async ({ assert }) => {
    const { reservation } = await aBooking({ capacity: 2 })
    const update = (values: string) =>
      refusal(`update scheduling_sessions set ${values} where id = ?`, [reservation.sessionId])
    assert.match(String(await update('active = false')), /sessions_keep_people/)
    assert.isNull(await refusal(COPY, ['held', 1, reservation.id]))
    assert.match(String(await update('starts_at = starts_at - 1')), /sessions_keep_people/)
    await db.rawQuery(`update scheduling_reservations set state = 'released'`)
    assert.isNull(await update('active = false, starts_at = starts_at - 1'))
    assert.match(String(await refusal(REVIVE, [])), /reservations_in_session_update/)
  })

  test('B11 what the database refuses is told as slot_taken', async ({ assert }) => {
    const { resource, reservation } = await aBooking()
    const answer = await refusingOverlap(() =>
      db.transaction((trx) =>
        trx.rawQuery(INSERT, [reservation.sessionId, resource.id, 0, nine, nine + HOUR, true])
      )
    )
    assert.deepEqual(answer, { ok: false, reason: 'slot_taken' })
    await assert.rejects(() => refusingOverlap(() => Promise.reject(new Error('other'))), 'other')
  })

  test('lost guards are noticed and put back', async ({ assert }) => {
    const client = db.connection()
    const drops =
      dialect(client) === 'sqlite'
        ? ['drop trigger allocations_no_overlap_update', 'drop trigger sessions_keep_people']
        : [
            'alter table scheduling_allocations drop constraint allocations_no_overlap',
            'drop trigger sessions_keep_people on scheduling_sessions',
          ]
    for (const drop of drops) {
      await client.rawQuery(drop)
      assert.isFalse(await guardsPresent(client), drop)
      await ensureGuards(client)
      assert.isTrue(await guardsPresent(client), drop)
    }
  })

  test('where btree_gist is refused a trigger on PostgreSQL does the same', async ({ assert }) => {
    const { resource, reservation } = await aBooking()
    const client = db.connection()
    await client.rawQuery(
      'alter table scheduling_allocations drop constraint allocations_no_overlap'
    )
    for (const statement of POSTGRES_TRIGGER) await client.rawQuery(statement)
    assert.isTrue(await guardsPresent(client))
    const row = [reservation.sessionId, resource.id, 0, nine + HOUR / 2, nine + 2 * HOUR, true]
    assert.isTrue(isOverlap(await refusal(INSERT, row)))
  }).skip(!process.env.TEST_DATABASE_URL, 'only on PostgreSQL')
})

import { test } from '@japa/runner'
import { transaction } from '#core/platform'
import {
  OpeningException,
  dayReservations,
  freeDays,
  freeTimes,
  nearestFree,
  nextFreeDay,
  reserve,
} from '#core/scheduling'
import { freshDatabase } from '#tests/kit/database'
import { frozenAt } from '#tests/kit/clock'
import { statementsOf } from '#tests/kit/statements'
import { aLocation, aPlanner, aResource, aService, isOpen, rome } from '#tests/scheduling/planner'

type Planner = Pick<Awaited<ReturnType<typeof aPlanner>>, 'location' | 'service'>

function book({ service, location }: Planner, text: string) {
  return transaction((trx) =>
    reserve(trx, {
      service,
      location,
      startsAt: rome(text),
      audience: 'public',
      owner: 'booking',
      customerId: null,
    })
  )
}

const counted = async (work: () => Promise<unknown>) => (await statementsOf(work)).length

test.group('free times', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, '2026-11-23T08:00Z')

  test('B4 B5 the times of a day, free and taken, with their local label', async ({ assert }) => {
    const planner = await aPlanner({ opens: '09:00', closes: '11:00' })
    await book(planner, '2026-11-24 09:30')
    const [monday, tuesday] = await freeTimes({
      ...planner,
      from: '2026-11-23',
      days: 2,
      audience: 'public',
    })
    assert.equal(tuesday.day, '2026-11-24')
    assert.isTrue(tuesday.open)
    assert.deepEqual(tuesday.starts[2], {
      startsAt: rome('2026-11-24 10:00'),
      local: '10:00',
      offset: null,
      free: false,
      places: 0,
    })
    assert.deepEqual(
      monday.starts.map(({ local, free }) => [local, free]),
      [
        ['09:00', true],
        ['09:30', true],
        ['10:00', true],
        ['10:30', false],
      ]
    )
  })

  test('B6 in the repeated hour of autumn each instant is offered with its offset', async ({
    assert,
  }) => {
    const planner = await aPlanner({
      opens: '01:00',
      closes: '04:00',
      service: { durationMinutes: 30, stepMinutes: 60, horizonDays: 400 },
    })
    const [night] = await freeTimes({
      ...planner,
      from: '2027-10-31',
      days: 1,
      audience: 'public',
    })
    assert.deepEqual(
      night.starts.map(({ local, offset }) => [local, offset]),
      [
        ['01:00', null],
        ['02:00', '+02:00'],
        ['02:00', '+01:00'],
        ['03:00', null],
      ]
    )
  })

  test('B3 the month marks the days that still have free times', async ({ assert }) => {
    const planner = await aPlanner({ opens: '09:00', closes: '10:00' })
    await OpeningException.create({
      locationId: planner.location.id,
      fromDay: '2026-12-08',
      toDay: '2026-12-08',
      closed: true,
    })
    await book(planner, '2026-12-09 09:00')
    const days = await freeDays({ ...planner, month: '2026-12', audience: 'public' })
    assert.lengthOf(days, 31)
    assert.deepEqual(days[6], { day: '2026-12-07', open: true, free: true, times: 1 })
    assert.deepEqual(days[7], { day: '2026-12-08', open: false, free: false, times: 0 })
    assert.deepEqual(days[8], { day: '2026-12-09', open: true, free: false, times: 0 })
  })

  test('B4 jumps to the next free day, also beyond the first month', async ({ assert }) => {
    const planner = await aPlanner({ opens: '09:00', closes: '10:00' })
    await OpeningException.create({
      locationId: planner.location.id,
      fromDay: '2026-11-24',
      toDay: '2027-01-05',
      closed: true,
    })
    const next = (from: string) => nextFreeDay({ ...planner, from, audience: 'public' })
    assert.equal(await next('2026-11-23'), '2026-11-23')
    assert.equal(await next('2026-11-24'), '2027-01-06')
    assert.isNull(await next('2027-01-23'))
  })

  test('B11 the three nearest free times to one that is taken', async ({ assert }) => {
    const planner = await aPlanner({ service: { durationMinutes: 30 } })
    await book(planner, '2026-11-24 11:00')
    const startsAt = rome('2026-11-24 11:00')
    const near = await nearestFree({ ...planner, startsAt, count: 3, audience: 'public' })
    assert.deepEqual(
      near.map(({ local }) => local),
      ['10:00', '10:30', '11:30']
    )
  })

  test('B11 the day of the staff shows a booking with its places', async ({ assert }) => {
    const planner = await aPlanner()
    await book(planner, '2026-11-24 09:30')
    const [found, ...others] = await dayReservations(planner.location, '2026-11-24')
    assert.lengthOf(others, 0)
    assert.equal(found.number, 'AA001')
    assert.equal(found.startsAt, rome('2026-11-24 09:30'))
    assert.deepEqual(found.serviceName, { en: 'Fitting' })
    assert.deepEqual(
      found.resources.map(({ id, seat }) => [id, seat]),
      [[planner.resource.id, 0]]
    )
    assert.lengthOf(await dayReservations(planner.location, '2026-11-23'), 0)
  })

  test('B3 the number of statements does not grow with days, resources or bookings', async ({
    assert,
  }) => {
    const location = await aLocation()
    const rooms = []
    for (let i = 0; i < 12; i++) rooms.push(await aResource(location))
    await isOpen(location)
    const service = await aService(location, [{ of: rooms }], { capacity: 3 })
    const planner = { location, service }
    for (let i = 0; i < 8; i++) await book(planner, `2026-11-24 ${10 + i}:00`)
    const public_ = { ...planner, audience: 'public' } as const
    const times = (days: number) => () => freeTimes({ ...public_, from: '2026-11-24', days })
    await times(7)()
    for (const days of [1, 60]) {
      assert.equal(await counted(times(days)), 3, `${days} days, for the first time`)
      assert.equal(await counted(times(days)), 1, `${days} days, once more`)
    }
    assert.equal(await counted(() => freeDays({ ...public_, month: '2026-11' })), 3)
    const startsAt = rome('2026-11-24 10:00')
    const nearest = () => nearestFree({ ...public_, startsAt, count: 3 })
    assert.equal(await counted(nearest), 3)
    assert.equal(await counted(nearest), 1)
    const crowd = () => Promise.all(Array.from({ length: 10 }, times(21)))
    assert.equal(await counted(crowd), 10 + 2, 'ten at once share one reading')
    const far = () => nextFreeDay({ ...public_, from: '2027-01-23' })
    assert.isAtMost(await counted(far), 3)
    assert.equal(await counted(() => dayReservations(location, '2026-11-24')), 2)
  })
})

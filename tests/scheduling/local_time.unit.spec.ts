import { test } from '@japa/runner'
import {
  clockTime,
  dayNumber,
  isLocalDate,
  localDate,
  minuteOfDay,
  weekdayOf,
} from '#app/scheduling/domain/local_date'
import {
  dayBounds,
  daySegments,
  instantsOf,
  localDateOf,
  localOf,
  offsetAt,
  offsetLabel,
} from '#app/scheduling/domain/local_time'

const iso = (instants: number[]) => instants.map((ms) => new Date(ms).toISOString().slice(0, 16))
const HOUR = 3_600_000

test.group('local dates', () => {
  test('a date is a day number and back', ({ assert }) => {
    assert.equal(dayNumber('1970-01-01'), 0)
    assert.equal(localDate(dayNumber('2028-02-29')), '2028-02-29')
    assert.equal(weekdayOf(dayNumber('2026-11-23')), 1)
    assert.equal(weekdayOf(dayNumber('2026-11-22')), 7)
    assert.equal(weekdayOf(dayNumber('1969-12-31')), 3)
  })

  test('only real dates are dates', ({ assert }) => {
    for (const text of ['2026-11-23', '2028-02-29']) assert.isTrue(isLocalDate(text))
    for (const text of ['2027-02-29', '2026-13-01', '2026-1-1', '', 'tomorrow', '2026-11-23T']) {
      assert.isFalse(isLocalDate(text), text)
    }
  })

  test('times of day are minutes', ({ assert }) => {
    assert.equal(minuteOfDay('09:30'), 570)
    assert.equal(minuteOfDay('24:00'), 1440)
    assert.equal(clockTime(570), '09:30')
    assert.equal(clockTime(5), '00:05')
  })
})

test.group('local time and instants', () => {
  test('an ordinary local time is one instant', ({ assert }) => {
    assert.deepEqual(iso(instantsOf('Europe/Rome', '2026-11-23', '09:30')), ['2026-11-23T08:30'])
    assert.deepEqual(iso(instantsOf('Asia/Kolkata', '2026-11-23', '00:00')), ['2026-11-22T18:30'])
  })

  test('a time in the spring gap is no instant', ({ assert }) => {
    assert.deepEqual(instantsOf('Europe/Rome', '2027-03-28', '02:30'), [])
    assert.deepEqual(iso(instantsOf('Europe/Rome', '2027-03-28', '03:00')), ['2027-03-28T01:00'])
  })

  test('a time in the autumn overlap is two instants, in order', ({ assert }) => {
    assert.deepEqual(iso(instantsOf('Europe/Rome', '2026-10-25', '02:30')), [
      '2026-10-25T00:30',
      '2026-10-25T01:30',
    ])
  })

  test('Lord Howe Island changes by half an hour', ({ assert }) => {
    const segments = daySegments('Australia/Lord_Howe', dayNumber('2027-10-03'))
    assert.deepEqual(
      segments.map(({ offset }) => offsetLabel(offset)),
      ['+10:30', '+11:00']
    )
    const { from, to } = dayBounds('Australia/Lord_Howe', '2027-10-03')
    assert.equal(to - from, 23.5 * HOUR)
  })

  test('a day that begins at 01:00 because midnight is skipped', ({ assert }) => {
    const { from, to } = dayBounds('Africa/Cairo', '2027-04-30')
    assert.equal(localOf('Africa/Cairo', from).minute, 60)
    assert.equal(to - from, 23 * HOUR)
  })

  test('days follow each other without gap or overlap, all year, in seven zones', ({ assert }) => {
    const zones = ['Europe/Rome', 'America/New_York', 'Atlantic/Azores', 'Africa/Cairo']
    zones.push('Australia/Lord_Howe', 'Asia/Kolkata', 'Pacific/Kiritimati')
    for (const zone of zones) {
      let end = daySegments(zone, dayNumber('2026-12-31')).at(-1)!.to
      for (let day = dayNumber('2027-01-01'); day <= dayNumber('2027-12-31'); day++) {
        for (const { from, to } of daySegments(zone, day)) {
          assert.equal(from, end, `${zone} ${localDate(day)}`)
          end = to
        }
      }
    }
  })

  test('a change night in the last century that an address can name ends too', ({ assert }) => {
    const bounds = dayBounds('Europe/Rome', '9999-10-31')
    assert.deepEqual(iso([bounds.from, bounds.to]), ['9999-10-30T22:00', '9999-10-31T23:00'])
  })

  test('the wall shows what Intl shows, on both change days', ({ assert }) => {
    const wall = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Europe/Rome',
      dateStyle: 'short',
      timeStyle: 'short',
    })
    for (const start of ['2027-03-27T12:00Z', '2027-10-30T12:00Z']) {
      for (let at = Date.parse(start); at < Date.parse(start) + 36 * HOUR; at += 7 * 60_000) {
        const { day, minute } = localOf('Europe/Rome', at)
        assert.equal(`${localDate(day)} ${clockTime(minute)}`, wall.format(at))
      }
    }
  })

  test('a booking after midnight belongs to the local day, not to that of UTC', ({ assert }) => {
    assert.equal(localDateOf('Europe/Rome', Date.parse('2027-05-31T22:30Z')), '2027-06-01')
    assert.equal(offsetAt('America/New_York', Date.parse('2027-03-14T06:59Z')), -300)
    assert.equal(offsetAt('America/New_York', Date.parse('2027-03-14T07:00Z')), -240)
    assert.equal(offsetLabel(-210), '-03:30')
  })
})

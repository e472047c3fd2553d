import { test } from '@japa/runner'
import {
  afterAbsent,
  appointmentStanding,
  checkedInStanding,
  walkInStanding,
} from '#plugins/queue-caller/domain/standing'

const at = (time: string) => Date.parse(`2027-01-19T${time}:00Z`)
const TEN = at('10:00')
const rules = { earlyMinutes: 10, lateMinutes: 15 }
const checkedIn = (time: string, before: 'waiting' | 'absent' | 'no_show' = 'waiting') =>
  checkedInStanding({ startsAt: TEN, before }, at(time), rules)

test.group('Where a ticket stands', () => {
  test('Q3 Q4 walk-ins by their arrival, appointments by their time', ({ assert }) => {
    const now = at('09:12')
    assert.deepEqual(walkInStanding(now), { among: 'walk_ins', orderAt: now, dueFrom: now })
    assert.deepEqual(appointmentStanding(TEN), {
      among: 'appointments',
      orderAt: TEN,
      dueFrom: TEN,
    })
  })

  test('Q2 who checks in early may be called from the early minutes on', ({ assert }) => {
    const early = (dueFrom: string) => ({
      among: 'appointments',
      orderAt: TEN,
      dueFrom: at(dueFrom),
    })
    assert.deepEqual(checkedIn('09:20'), early('09:50'))
    assert.deepEqual(checkedIn('09:55'), early('09:55'))
    const never = { ...rules, earlyMinutes: 0 }
    const other = checkedInStanding({ startsAt: TEN, before: 'waiting' }, at('09:55'), never)
    assert.deepEqual(other, early('10:00'))
  })

  test('Q2 who checks in late keeps the place for some minutes, then joins the walk-ins', ({
    assert,
  }) => {
    assert.deepEqual(checkedIn('10:15'), appointmentStanding(TEN))
    assert.deepEqual(checkedIn('10:16'), walkInStanding(at('10:16')))
  })

  test('Q2 who was absent is due at once, who was given up comes after all others', ({
    assert,
  }) => {
    assert.deepEqual(checkedIn('10:25', 'absent'), appointmentStanding(at('10:25')))
    assert.deepEqual(checkedIn('10:40', 'no_show'), walkInStanding(at('10:40')))
  })

  test('Q5 four calls in all, ten minutes apart, then no-show', ({ assert }) => {
    const recall = { extraCalls: 3, intervalMinutes: 10 }
    const called: string[] = []
    let calls = 0
    for (let due: number | null = TEN; due !== null;) {
      calls++
      called.push(new Date(due).toISOString().slice(11, 16))
      due = afterAbsent({ calls, calledAt: due }, recall)?.dueFrom ?? null
    }
    assert.deepEqual(called, ['10:00', '10:10', '10:20', '10:30'])
  })

  test('Q5 both figures are the line’s own; a late call moves the next one', ({ assert }) => {
    assert.isNull(afterAbsent({ calls: 1, calledAt: TEN }, { extraCalls: 0, intervalMinutes: 10 }))
    const next = afterAbsent(
      { calls: 2, calledAt: at('10:14') },
      { extraCalls: 3, intervalMinutes: 10 }
    )
    assert.deepEqual(next, appointmentStanding(at('10:24')))
  })
})

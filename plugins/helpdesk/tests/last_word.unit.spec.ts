import { test } from '@japa/runner'
import { answerDays, mayReopen, mayTakeBack } from '#plugins/helpdesk/domain/last_word'
import { NIGHTS, OFFICE, rome } from '#plugins/helpdesk/tests/calendars'
import { businessCalendar } from '#plugins/helpdesk/models/calendar_days'

const HOUR = 3_600_000
const WEEK = [1, 2, 3, 4, 5].map((day) => [day, [{ opens: '09:00', closes: '17:00' }]] as const)
const WORKDAYS = businessCalendar({
  zone: 'Europe/Rome',
  hours: Object.fromEntries(WEEK),
  days: [],
})

test.group('H5 The last word as docs/domain/tickets.md has it', () => {
  test('five business days after Wednesday end on Wednesday, reminders on the way', ({
    assert,
  }) => {
    assert.deepEqual(answerDays(rome('2026-12-02 11:00'), 5, WORKDAYS), {
      lastDay: '2026-12-09',
      lapsesAt: rome('2026-12-10 00:00'),
      remindersAt: [rome('2026-12-04 09:00'), rome('2026-12-08 09:00')],
    })
  })

  test('what the customer adds on Monday starts the days anew', ({ assert }) => {
    assert.equal(answerDays(rome('2026-12-07 10:00'), 5, WORKDAYS)!.lastDay, '2026-12-14')
  })

  test('a holiday is no business day, one with short hours is', ({ assert }) => {
    assert.equal(answerDays(rome('2026-12-07 10:00'), 1, OFFICE)!.lastDay, '2026-12-09')
    assert.equal(answerDays(rome('2026-12-23 10:00'), 1, OFFICE)!.lastDay, '2026-12-24')
  })

  test('one day has no reminder, two have one', ({ assert }) => {
    assert.deepEqual(answerDays(rome('2026-12-02 11:00'), 1, NIGHTS)!.remindersAt, [])
    assert.lengthOf(answerDays(rome('2026-12-02 11:00'), 2, NIGHTS)!.remindersAt, 1)
  })

  test('a calendar that is never open has no last day', ({ assert }) => {
    const never = businessCalendar({ zone: 'Europe/Rome', hours: {}, days: [] })
    assert.isNull(answerDays(0, 5, never))
  })

  test('an acceptance is taken back within 72 hours, a lapse is not', ({ assert }) => {
    const accepted = { closedBy: 'customer', closedAt: 0 } as const
    assert.isTrue(mayTakeBack(accepted, 72 * HOUR - 1))
    assert.isFalse(mayTakeBack(accepted, 72 * HOUR))
    assert.isFalse(mayTakeBack({ ...accepted, closedBy: 'time' }, 1))
  })

  test('H6 reopened within so many days, and never with 0', ({ assert }) => {
    const closed = { closedBy: 'time', closedAt: 0 } as const
    assert.isTrue(mayReopen(closed, 14, 14 * 24 * HOUR - 1))
    assert.isFalse(mayReopen(closed, 14, 14 * 24 * HOUR))
    assert.isFalse(mayReopen(closed, 0, 0))
  })
})

import { test } from '@japa/runner'
import {
  addBusinessTime,
  businessTime,
  countedDays,
  subtractBusinessTime,
  type Span,
} from '#plugins/helpdesk/domain/business_time'
import { deadlineOf } from '#plugins/helpdesk/domain/targets'
import { NIGHTS, OFFICE, rome } from '#plugins/helpdesk/tests/calendars'

const HOUR = 3_600_000
const at = (text: string) => rome(text)

type Row = [opened: string, hours: number, due: string, pauses?: Span[]]

/** The table of docs/domain/business-time.md. */
const TABLE: Row[] = [
  ['2026-12-07 10:00', 2, '2026-12-07 12:00'],
  ['2026-12-07 12:00', 4, '2026-12-07 18:00'],
  ['2026-12-07 16:30', 4, '2026-12-09 11:30'],
  [
    '2026-12-07 16:30',
    4,
    '2026-12-09 15:30',
    [{ from: at('2026-12-07 17:00'), to: at('2026-12-09 10:00') }],
  ],
  ['2026-12-05 11:00', 1, '2026-12-07 10:00'],
  ['2026-12-23 17:00', 4, '2026-12-24 12:00'],
  ['2026-12-23 17:00', 5, '2026-12-25 10:00'],
]

test.group('Business time as docs/domain/business-time.md has it', () => {
  for (const [opened, hours, due, pauses] of TABLE) {
    test(`${hours} h from ${opened} are due ${due}${pauses ? ', paused' : ''}`, ({ assert }) => {
      const start = at(opened)
      assert.equal(addBusinessTime(start, hours * HOUR, OFFICE, pauses), at(due))
      const span = { from: start, to: at(due) }
      assert.equal(businessTime(OFFICE, span, pauses), hours * HOUR)
    })
  }

  test('while the customer has the turn nothing is due, and what is left is kept', ({ assert }) => {
    const open = {
      startedAt: at('2026-12-07 16:30'),
      amount: 4 * HOUR,
      changes: [{ at: at('2026-12-07 17:00'), to: 'waiting_customer' }],
    } as const
    const deadline = deadlineOf(open, OFFICE, at('2027-01-12 10:00'))
    assert.deepEqual(deadline, { left: 3.5 * HOUR })
  })

  test('an hour before Wednesday 9:30 is Monday 17:30, over a holiday', ({ assert }) => {
    assert.equal(subtractBusinessTime(at('2026-12-09 09:30'), HOUR, OFFICE), at('2026-12-07 17:30'))
  })

  test('a night of five hours and one of seven', ({ assert }) => {
    const spring = addBusinessTime(at('2027-03-28 00:00'), 6 * HOUR, NIGHTS)
    assert.equal(spring, at('2027-03-29 01:00'))
    const autumn = addBusinessTime(at('2026-10-25 00:00'), 6 * HOUR, NIGHTS)
    assert.equal(autumn, at('2026-10-25 05:00'))
  })

  test('every day is explained: what counted, what was paused, why it differed', ({ assert }) => {
    const limits = { from: at('2026-12-07 16:30'), to: at('2026-12-09 15:30') }
    const pauses = [{ from: at('2026-12-07 17:00'), to: at('2026-12-09 10:00') }]
    const span = (from: string, to: string) => ({ from: at(from), to: at(to) })
    assert.deepEqual(
      [...countedDays(OFFICE, limits, pauses)],
      [
        {
          ...{ day: '2026-12-07', name: null },
          counted: [span('2026-12-07 16:30', '2026-12-07 17:00')],
          paused: [span('2026-12-07 17:00', '2026-12-07 18:00')],
        },
        { day: '2026-12-08', name: 'Immacolata', counted: [], paused: [] },
        {
          ...{ day: '2026-12-09', name: null },
          counted: [
            span('2026-12-09 10:00', '2026-12-09 13:00'),
            span('2026-12-09 15:00', '2026-12-09 15:30'),
          ],
          paused: [span('2026-12-09 09:00', '2026-12-09 10:00')],
        },
      ]
    )
  })
})

import { test } from '@japa/runner'
import { dayNumber } from '#app/scheduling/domain/local_date'
import { offered, type HandWritten } from '#tests/scheduling/hand_written'

/** docs/domain/availability.md, "Worked example". */
const fitting: HandWritten = {
  zone: 'Europe/Berlin',
  service: { d: 60, step: 30, after: 10 },
  rules: ['09:00-12:00'],
}

const calendars: Record<string, [HandWritten, string[]]> = {
  'B6 the worked example of availability.md': [
    { ...fitting, busy: [[1, 0, '10:30-11:10']] },
    ['09:00', '09:30 x', '10:00 x', '10:30 x', '11:00 x', '11:30 x'],
  ],
  'B6 a buffer need not lie inside opening hours': [
    fitting,
    ['09:00', '09:30', '10:00', '10:30', '11:00', '11:30 x'],
  ],
  'B6 a second cabin that is free': [
    { ...fitting, units: { 1: 1, 2: 1 }, busy: [[1, 0, '10:30-11:10']] },
    ['09:00 2', '09:30', '10:00', '10:30', '11:00', '11:30 x'],
  ],
  'B6 three cabins as one resource with three units': [
    { rules: ['09:00-10:30'], units: { 1: 3 }, busy: [[1, 1, '09:00-10:00']] },
    ['09:00 2', '09:30 2', '10:00 x'],
  ],
  'B5 the last start that does not fit before closing is taken': [
    { rules: ['09:00-10:30'] },
    ['09:00', '09:30', '10:00 x'],
  ],
  'B6 touching appointments are allowed': [
    { rules: ['09:00-12:00'], busy: [[1, 0, '10:00-11:00']] },
    ['09:00', '09:30 x', '10:00 x', '10:30 x', '11:00', '11:30 x'],
  ],
  'B6 buffers before and after add up': [
    {
      rules: ['09:00-12:00'],
      service: { d: 30, step: 30, before: 10, after: 5 },
      busy: [[1, 0, '09:55-10:35']],
    },
    ['09:00', '09:30 x', '10:00 x', '10:30 x', '11:00', '11:30'],
  ],
  'B6 a lunch break begins a new grid': [
    { rules: ['09:00-10:10', '13:15-14:20'], service: { d: 30, step: 30 } },
    ['09:00', '09:30', '10:00 x', '13:15', '13:45', '14:15 x'],
  ],
  'B6 touching rules are one opening': [
    { rules: ['09:00-10:00', '10:00-11:00'] },
    ['09:00', '09:30', '10:00', '10:30 x'],
  ],
  'B6 a room and a person must be free together': [
    {
      rules: ['09:00-11:00', { at: '09:30-11:00', resourceId: 2 }],
      units: { 1: 1, 2: 1 },
      needs: [
        { need: 1, resourceIds: [1] },
        { need: 1, resourceIds: [2] },
      ],
      service: { d: 30, step: 30 },
      busy: [[2, 0, '10:30-11:00']],
    },
    ['09:30', '10:00', '10:30 x'],
  ],
  'B6 two of three chairs': [
    {
      rules: ['09:00-10:30'],
      units: { 1: 1, 2: 1, 3: 1 },
      needs: [{ need: 2, resourceIds: [1, 2, 3] }],
      service: { d: 30, step: 30 },
      busy: [
        [1, 0, '09:00-10:00'],
        [2, 0, '09:30-10:00'],
      ],
    },
    ['09:00', '09:30 x', '10:00'],
  ],
  'B6 one person cannot be dentist and assistant at once': [
    {
      rules: ['09:00-10:00'],
      units: { 1: 1, 2: 1 },
      needs: [
        { need: 1, resourceIds: [1, 2] },
        { need: 1, resourceIds: [1] },
      ],
      service: { d: 30, step: 30 },
      busy: [[2, 0, '09:30-10:00']],
    },
    ['09:00', '09:30 x'],
  ],
  'B12 an internal seat is not offered to the public': [
    {
      rules: [{ at: '09:00-10:00', publicSeats: 1, internalSeats: 1 }],
      units: { 1: 3 },
      busy: [[1, 0, '09:00-10:00']],
    },
    ['09:00 x', '09:30 x'],
  ],
  'B12 staff may use it': [
    {
      audience: 'staff',
      rules: [{ at: '09:00-10:00', publicSeats: 1, internalSeats: 1 }],
      units: { 1: 3 },
      busy: [[1, 0, '09:00-10:00']],
    },
    ['09:00', '09:30 x'],
  ],
  'B6 a resource with rules of its own is governed by them alone': [
    { rules: ['09:00-18:00', { at: '14:00-15:00', resourceId: 1 }] },
    ['14:00', '14:30 x'],
  ],
  'B6 a rule that is not valid yet does not govern': [
    {
      rules: [
        '09:00-10:00',
        { at: '14:00-15:00', resourceId: 1, validFrom: dayNumber('2026-11-25') },
      ],
    },
    ['09:00', '09:30 x'],
  ],
  'B6 a holiday closes the location': [{ rules: ['09:00-18:00'], exceptions: [{}] }, []],
  'B6 other hours of the location and own rules: where both say so': [
    {
      rules: ['09:00-18:00', { at: '08:00-10:30', resourceId: 1 }],
      exceptions: [{ at: '09:30-13:00' }],
    },
    ['09:30', '10:00 x'],
  ],
  'B6 an exception of the resource beats the closed location': [
    { rules: ['09:00-18:00'], exceptions: [{}, { at: '16:00-17:00', resourceId: 1 }] },
    ['16:00', '16:30 x'],
  ],
  'B6 a block of the whole location takes every seat': [
    { rules: ['09:00-11:00'], units: { 1: 2, 2: 1 }, busy: [[null, null, '09:30-10:00']] },
    ['09:00 x', '09:30 x', '10:00 3', '10:30 x'],
  ],
  'B6 nothing is open where a requirement has no resource': [
    { rules: ['09:00-18:00'], needs: [{ need: 1, resourceIds: [] }] },
    [],
  ],
  'B6 spring: a start in the gap is never offered': [
    {
      day: '2027-03-28',
      rules: ['01:00-05:00'],
      service: { d: 60, step: 30 },
    },
    ['01:00', '01:30', '03:00', '03:30', '04:00', '04:30 x'],
  ],
  'B6 autumn: a start in the overlap is offered once per instant': [
    {
      day: '2027-10-31',
      rules: ['01:00-05:00'],
      service: { d: 60, step: 60 },
    },
    ['01:00', '02:00', '02:00', '03:00', '04:00'],
  ],
  'B6 autumn: open until 02:30 is what the clock on the wall says': [
    {
      day: '2027-10-31',
      rules: ['01:30-02:30'],
      service: { d: 30, step: 30 },
    },
    ['01:30', '02:00', '02:00'],
  ],
  'B6 over midnight: two rules of two days are one opening': [
    { rules: ['22:00-24:00', '00:00-02:00'], service: { d: 180, step: 60 } },
    ['00:00 x', '01:00 x', '22:00', '23:00'],
  ],
}

test.group('free starts: hand-written calendars', () => {
  for (const [title, [calendar, expected]] of Object.entries(calendars)) {
    test(title, ({ assert }) => assert.deepEqual(offered(calendar), expected))
  }

  test('B6 opening 01:00–05:00 has three real hours in spring and five in autumn', ({ assert }) => {
    const count = (day: string) =>
      offered({ day, rules: ['01:00-05:00'], service: { d: 15, step: 15 } }).length
    assert.equal(count('2027-03-28'), 3 * 4)
    assert.equal(count('2027-10-31'), 5 * 4)
  })
})

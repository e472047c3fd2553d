import { test } from '@japa/runner'
import {
  cleanWeek,
  copiedMonday,
  hoursByDays,
  sameDays,
  weekProblems,
  type Hours,
} from '#app/admin/domain/week_hours'

/** `09:00-13:00 15:00-` as the lines of a day. */
const day = (text: string) =>
  text.split(' ').map((pair) => {
    const [opens, closes] = pair.split('-')
    return { opens, closes }
  })

const short = ({ opens, closes }: Hours) => `${opens}-${closes}`

/** Worked examples of docs/domain/weekly-hours.md. */
test.group('Weekly hours, as the page about them says', () => {
  for (const [typed, reason, end, index] of [
    ['-18:00', 'no_time', 'opens', 0],
    ['late-18:00', 'no_time', 'opens', 0],
    ['09:00-', 'no_time', 'closes', 0],
    ['09:00-09:00', 'no_length', 'closes', 0],
    ['22:00-02:00', 'past_midnight', 'closes', 0],
    ['09:00-13:00 12:00-18:00', 'overlap', 'opens', 1],
  ] as const) {
    test(`${typed} is ${reason}`, ({ assert }) => {
      assert.deepEqual(weekProblems({ 1: day(typed) }), [{ day: 1, index, end, reason }])
    })
  }

  test('blank lines, pairs that touch and nights in two pairs are sound', ({ assert }) => {
    const week = { 1: day('13:00-18:00 - 09:00-13:00 22:00-24:00'), 2: day('00:00-02:00') }
    assert.deepEqual(weekProblems(week), [])
    const inOrder = ['09:00-13:00', '13:00-18:00', '22:00-24:00']
    assert.deepEqual(cleanWeek(week)[1].map(short), inOrder)
  })

  test('Monday is copied as far as Friday, each pair is one rule, like days are one line', ({
    assert,
  }) => {
    const copied = copiedMonday({
      1: day('09:00-13:00 15:00-18:30'),
      3: day('07:00-08:00'),
      7: day('10:00-11:00'),
    })
    assert.deepEqual([copied[3], copied[5], copied[7]], [copied[1], copied[1], day('10:00-11:00')])
    const week = cleanWeek({ ...copied, 5: day('09:00-13:00'), 7: [] })
    assert.deepEqual(
      hoursByDays(week).map(({ days, hours }) => `${days.join(' ')} ${short(hours)}`),
      ['1 2 3 4 5 09:00-13:00', '1 2 3 4 15:00-18:30']
    )
    assert.deepEqual(
      sameDays(week).map(({ days }) => days),
      [[1, 2, 3, 4], [5]]
    )
    const apart = cleanWeek({ 1: day('09:00-13:00'), 3: day('09:00-13:00') })
    assert.lengthOf(sameDays(apart), 2)
  })
})

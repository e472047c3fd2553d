import { test } from '@japa/runner'
import { periodOf } from '#app/statistics/domain/periods'
import {
  countsOf,
  PAUSE_MS,
  referrerOf,
  stretchesOf,
  type View,
} from '#app/statistics/domain/views'

const NINE = Date.parse('2027-01-19T09:00:00Z')
const dayOf = (instant: number) => new Date(instant).toISOString().slice(0, 10)

const view = (values: Partial<View> = {}): View => ({
  ...{ at: NINE, visitor: 'ada', page: 'web.home.index', language: 'it', referrer: 'none' },
  ...values,
})

test.group('V5 What views add up to', () => {
  test('sums by day, page, language and where from, and nothing of who it was', ({ assert }) => {
    const views = [view(), view({ visitor: 'bob', referrer: 'other' }), view({ language: 'de' })]
    const sums = countsOf(views, dayOf).map(({ kind, name, amount }) => [kind, name, amount])
    assert.deepEqual(sums, [
      ['language', 'de', 1],
      ['language', 'it', 2],
      ['page', 'web.home.index', 3],
      ['referrer', 'none', 2],
      ['referrer', 'other', 1],
      ['total', 'views', 3],
    ])
    assert.notMatch(JSON.stringify(countsOf(views, dayOf)), /ada|bob/)
  })

  test('a visit ends after a pause of half an hour, and at midnight', ({ assert }) => {
    const midnight = Date.parse('2027-01-20T00:00:00Z')
    const stretches = stretchesOf(
      [
        view({ at: NINE + PAUSE_MS - 1 }),
        view(),
        view({ at: NINE + 2 * PAUSE_MS - 1 }),
        view({ visitor: 'bob', at: NINE + 5 }),
        view({ visitor: 'bob', at: midnight - 1 }),
        view({ visitor: 'bob', at: midnight }),
      ],
      dayOf
    )
    assert.deepEqual(stretches, [
      { day: '2027-01-19', visitor: 'ada', first: NINE, last: NINE + PAUSE_MS - 1 },
      { day: '2027-01-19', visitor: 'bob', first: NINE + 5, last: NINE + 5 },
      ...[NINE + 2 * PAUSE_MS - 1].map((at) => {
        return { day: '2027-01-19', visitor: 'ada', first: at, last: at }
      }),
      { day: '2027-01-19', visitor: 'bob', first: midnight - 1, last: midnight - 1 },
      { day: '2027-01-20', visitor: 'bob', first: midnight, last: midnight },
    ])
  })

  test('of where somebody came from only the kind is told', ({ assert }) => {
    const from = (referer?: string) => referrerOf(referer, 'desk.example')
    assert.equal(from('https://desk.example/booking/x'), 'own')
    assert.equal(from('https://search.example/?q=doctor'), 'other')
    for (const none of [undefined, '', 'nonsense', '//desk.example'])
      assert.equal(from(none), 'none')
  })

  test('periods are thirty days or twelve months with the running one', ({ assert }) => {
    const days = periodOf('last_30', '2027-03-01')
    assert.deepEqual([days.from, days.parts.length], ['2027-01-31', 30])
    assert.deepEqual(days.parts.slice(-2), ['2027-02-28', '2027-03-01'])
    const months = periodOf('last_12', '2027-03-31')
    assert.deepEqual([months.from, months.parts.length], ['2026-04-01', 12])
    assert.deepEqual(months.parts.slice(-2), ['2027-02', '2027-03'])
  })
})

import { test } from '@japa/runner'
import { countedDays, type Span } from '#plugins/helpdesk/domain/business_time'
import { whoIsTold } from '#plugins/helpdesk/domain/deadline_alarms'
import { explainedDays } from '#plugins/helpdesk/domain/explained_days'
import { standingOf, type KeptTarget } from '#plugins/helpdesk/domain/target_standing'
import { OFFICE, rome } from '#plugins/helpdesk/tests/calendars'

const HOUR = 3_600_000
const NOTHING: KeptTarget = {
  ...{ dueAt: null, leftSeconds: null, warnAt: null, metAt: null, lateSeconds: null },
}

test.group('How a deadline stands', () => {
  const standing = (own: Partial<KeptTarget>, now: number) =>
    standingOf({ ...NOTHING, ...own }, now)

  test('it runs, comes near and is missed', ({ assert }) => {
    const open = { dueAt: 100, warnAt: 75 }
    assert.deepEqual(standing(open, 74), { is: 'running', at: 100 })
    assert.deepEqual(standing(open, 75), { is: 'near', at: 100 })
    assert.deepEqual(standing(open, 100), { is: 'near', at: 100 })
    assert.deepEqual(standing(open, 101), { is: 'missed', at: 100 })
    assert.deepEqual(standing({ dueAt: 100 }, 99), { is: 'running', at: 100 })
  })

  test('while the customer has the turn what is left stays', ({ assert }) => {
    assert.deepEqual(standing({ leftSeconds: 60 }, 500), { is: 'paused', seconds: 60 })
    assert.deepEqual(standing({ leftSeconds: 0 }, 500), { is: 'missed_paused' })
    assert.deepEqual(standing({ leftSeconds: -5 }, 500), { is: 'missed_paused' })
  })

  test('once it is met it is judged; a calendar that never opens has none', ({ assert }) => {
    assert.deepEqual(standing({ metAt: 90 }, 500), { is: 'met', at: 90 })
    const late = standing({ metAt: 90, lateSeconds: 30 }, 500)
    assert.deepEqual(late, { is: 'late', at: 90, seconds: 30 })
    assert.deepEqual(standing({}, 500), { is: 'never' })
  })
})

test.group('Who is told of a deadline', () => {
  const lead = { who: 'lead', leads: true, hasTicket: false }
  const member = { who: 'member', leads: false, hasTicket: false }
  const holder = { who: 'holder', leads: false, hasTicket: true }
  const told = (...[alarm, people]: Parameters<typeof whoIsTold<typeof lead>>) =>
    whoIsTold(alarm, people).map(({ who }) => who)

  test('near: whoever has the ticket, else the whole team', ({ assert }) => {
    assert.deepEqual(told('near', [lead, member, holder]), ['holder'])
    assert.deepEqual(told('near', [lead, member]), ['lead', 'member'])
  })

  test('missed: the leads and whoever has the ticket, else the whole team', ({ assert }) => {
    assert.deepEqual(told('missed', [lead, member, holder]), ['lead', 'holder'])
    assert.deepEqual(told('missed', [lead, member]), ['lead'])
    assert.deepEqual(told('missed', [member]), ['member'])
    assert.deepEqual(told('missed', []), [])
  })
})

test.group('A deadline explains itself', () => {
  const explained = (from: string, to: string, pauses: Span[] = []) =>
    explainedDays(countedDays(OFFICE, { from: rome(from), to: rome(to) }, pauses))
  const hours = (spans: readonly Span[]) => spans.map(({ from, to }) => (to - from) / HOUR)

  test('the third example: half a day, the holiday by its name, the rest', ({ assert }) => {
    const lines = explained('2026-12-07 16:30', '2026-12-09 11:30')
    assert.deepEqual(
      lines.map(({ from, name, counted, until }) => [from, name, hours(counted), until / HOUR]),
      [
        ['2026-12-07', null, [1.5], 1.5],
        ['2026-12-08', 'Immacolata', [], 1.5],
        ['2026-12-09', null, [2.5], 4],
      ]
    )
  })

  test('the fourth: a pause stands beside what counted on its day', ({ assert }) => {
    const pause = { from: rome('2026-12-07 17:00'), to: rome('2026-12-09 10:00') }
    const lines = explained('2026-12-07 16:30', '2026-12-09 15:30', [pause])
    assert.deepEqual(
      lines.map(({ counted, paused, sum }) => [hours(counted), hours(paused), sum / HOUR]),
      [
        [[0.5], [1], 0.5],
        [[], [], 0],
        [[3, 0.5], [1], 3.5],
      ]
    )
  })

  test('weekends, and days on end of the customer, are one line each', ({ assert }) => {
    const weekend = explained('2026-12-11 17:00', '2026-12-14 10:00')
    assert.deepEqual(
      weekend.map(({ from, to }) => `${from} ${to}`),
      ['2026-12-11 2026-12-11', '2026-12-12 2026-12-13', '2026-12-14 2026-12-14']
    )
    const pause = { from: rome('2026-12-09 12:00'), to: rome('2026-12-22 10:00') }
    const weeks = explained('2026-12-07 10:00', '2026-12-22 11:00', [pause])
    assert.deepEqual(
      weeks.map(({ from, to, name }) => [from, to, name]),
      [
        ['2026-12-07', '2026-12-07', null],
        ['2026-12-08', '2026-12-08', 'Immacolata'],
        ['2026-12-09', '2026-12-09', null],
        ['2026-12-10', '2026-12-21', null],
        ['2026-12-22', '2026-12-22', null],
      ]
    )
    assert.equal(weeks.at(-1)!.until, 10 * HOUR)
  })
})

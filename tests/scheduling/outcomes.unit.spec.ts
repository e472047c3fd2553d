import { test } from '@japa/runner'
import { nextOutcomes } from '#app/scheduling/domain/outcomes'

const START = Date.parse('2027-01-19T09:00:00Z')
const HOUR = 3_600_000
const reserved = { state: 'confirmed', outcome: null, day: '2027-01-19', startsAt: START } as const
const before = { now: START - HOUR, today: '2027-01-19' }
const after = { now: START, today: '2027-01-19' }
const dayBefore = { now: START - 24 * HOUR, today: '2027-01-18' }
const later = { now: START + 72 * HOUR, today: '2027-01-22' }

test.group('What can be said of a reservation', () => {
  test('nothing before its day, nothing of what is not confirmed', ({ assert }) => {
    assert.deepEqual(nextOutcomes(reserved, dayBefore), [])
    for (const state of ['held', 'pending', 'released', 'expired'] as const) {
      assert.deepEqual(nextOutcomes({ ...reserved, state }, after), [], state)
    }
  })

  test('somebody may come early; only from its time on has nobody come', ({ assert }) => {
    assert.deepEqual(nextOutcomes(reserved, before), ['arrived', 'served'])
    assert.deepEqual(nextOutcomes(reserved, after), ['arrived', 'served', 'no_show'])
    assert.deepEqual(nextOutcomes(reserved, later), ['arrived', 'served', 'no_show'])
  })

  test('what was said can be taken back or go on', ({ assert }) => {
    const said = (outcome: 'arrived' | 'served' | 'no_show') =>
      nextOutcomes({ ...reserved, outcome }, after)
    assert.deepEqual(said('arrived'), ['served', 'no_show', null])
    assert.deepEqual(said('served'), ['arrived', null])
    assert.deepEqual(said('no_show'), ['arrived', null])
  })
})

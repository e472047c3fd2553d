import { test } from '@japa/runner'
import { brokenDown, type PlacedVisit } from '#plugins/queue-caller/domain/breakdown'

const visit = (values: Partial<PlacedVisit>): PlacedVisit => ({
  ...{ lineId: 1, counterId: 1, isAppointment: false, isPassedOn: false, beganAt: 0, calls: 1 },
  ...{ outcome: 'served', waited: 0, walked: 0, served: 0, within: true, told: null },
  ...{ calledAfter: null, arrivedAfter: null, day: '2027-01-19', weekday: 2, hour: 9 },
  serviceId: null,
  ...values,
})

const rows = (...asked: Parameters<typeof brokenDown>) =>
  brokenDown(...asked).map(
    ({ key, isLine, figures }) => `${isLine ? 'line ' : ''}${key}: ${figures.tickets}`
  )

test.group('Breakdowns of the statistics', () => {
  test('hours stand from the first to the last, weekdays from Monday to Friday at least', ({
    assert,
  }) => {
    const visits = [visit({ hour: 11 }), visit({ hour: 8 }), visit({ hour: 11, weekday: 6 })]
    assert.deepEqual(rows(visits, 'hour'), ['8: 1', '9: 0', '10: 0', '11: 2'])
    assert.deepEqual(rows(visits.slice(0, 2), 'weekday'), ['1: 0', '2: 2', '3: 0', '4: 0', '5: 0'])
    assert.equal(rows(visits, 'weekday').at(-1), '6: 1')
    assert.isEmpty(rows([], 'hour'))
  })

  test('appointments stand under their service, walk-ins under their line', ({ assert }) => {
    const visits = [
      visit({ serviceId: 7, lineId: 2 }),
      visit({ lineId: 2 }),
      visit({ serviceId: 3 }),
      visit({ lineId: 7 }),
    ]
    assert.deepEqual(rows(visits, 'service'), ['3: 1', '7: 1', 'line 2: 1', 'line 7: 1'])
    assert.deepEqual(rows(visits, 'line'), ['1: 1', '2: 2', '7: 1'])
  })

  test('who was never called is at no counter', ({ assert }) => {
    assert.deepEqual(rows([visit({ counterId: 4 }), visit({ counterId: null })], 'counter'), [
      '4: 1',
    ])
  })
})

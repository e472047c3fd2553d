import { test } from '@japa/runner'
import { effectiveSetting } from '#app/settings/domain/effective'
import { booleanSetting, numberSetting } from '#app/settings/domain/kinds'

const perPlace = numberSetting('testing.minutes', {
  default: 10,
  min: 1,
  max: 30,
  scope: 'location',
})
const stored = new Map([
  [
    'testing.minutes',
    new Map([
      [0, 15],
      [7, 20],
    ]),
  ],
])

test.group('The value in force', () => {
  test('the location’s own value comes before the organisation’s', ({ assert }) => {
    const of = (locationId?: number) =>
      effectiveSetting(perPlace, { variables: {}, stored, locationId })
    assert.deepEqual(of(7), { value: 20, source: 'location' })
    assert.deepEqual(of(8), { value: 15, source: 'organisation' })
    assert.deepEqual(of(), { value: 15, source: 'organisation' })
  })

  test('a variable wins over everything', ({ assert }) => {
    const variables = { SETTING_TESTING_MINUTES: '5' }
    assert.deepEqual(effectiveSetting(perPlace, { variables, stored, locationId: 7 }), {
      value: 5,
      source: 'variable',
    })
  })

  test('an empty or malformed variable is left aside', ({ assert }) => {
    for (const text of ['', 'many', '99']) {
      const variables = { SETTING_TESTING_MINUTES: text }
      assert.equal(effectiveSetting(perPlace, { variables, stored }).value, 15)
    }
  })

  test('a stored value that is no longer accepted gives way', ({ assert }) => {
    const old = new Map([
      [
        'testing.minutes',
        new Map([
          [0, 600],
          [7, 700],
        ]),
      ],
    ])
    assert.deepEqual(effectiveSetting(perPlace, { variables: {}, stored: old, locationId: 7 }), {
      value: 10,
      source: 'default',
    })
  })

  test('a setting of the organisation ignores rows of a location', ({ assert }) => {
    const on = booleanSetting('testing.on', { default: true })
    const rows = new Map([['testing.on', new Map([[7, false]])]])
    assert.deepEqual(effectiveSetting(on, { variables: {}, stored: rows, locationId: 7 }), {
      value: true,
      source: 'default',
    })
  })
})

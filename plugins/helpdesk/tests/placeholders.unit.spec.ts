import { test } from '@japa/runner'
import {
  fillPlaceholders,
  placeholdersIn,
  unknownPlaceholders,
} from '#plugins/helpdesk/domain/placeholders'

const VALUES = { customer: 'Bea Nowhere', number: 'T-2027-00001', agent: 'Ada Brandt' }

test.group('Places in templates', () => {
  test('each place is named once, in its order', ({ assert }) => {
    const text = 'Hello {customer}, { number } is {number}. {agent}'
    assert.deepEqual(placeholdersIn(text), ['customer', 'number', 'agent'])
    assert.deepEqual(placeholdersIn('no place'), [])
  })

  test('whatever else stands in braces is unknown, the empty ones too', ({ assert }) => {
    assert.deepEqual(unknownPlaceholders('{customer} {name} {}'), ['name', ''])
    assert.deepEqual(unknownPlaceholders('{Customer}'), ['Customer'])
    assert.deepEqual(unknownPlaceholders('{customer} {agent} {number}'), [])
  })

  test('places are filled, unknown ones stay', ({ assert }) => {
    const text = '{customer}: { number }, {agent}, {name}, {customer}'
    const filled = 'Bea Nowhere: T-2027-00001, Ada Brandt, {name}, Bea Nowhere'
    assert.equal(fillPlaceholders(text, VALUES), filled)
  })

  test('a value that looks like a place, or like a pattern, is written as it is', ({ assert }) => {
    const hostile = { ...VALUES, customer: '{agent} $& $1' }
    assert.equal(fillPlaceholders('{customer} {agent}', hostile), '{agent} $& $1 Ada Brandt')
  })
})

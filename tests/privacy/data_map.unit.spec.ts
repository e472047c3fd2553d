import { test } from '@japa/runner'
import { columnsWithoutRule, rulesWithoutColumn } from '#app/privacy/domain/coverage'
import { dataMap, incompleteRules, notPersonal, personal } from '#app/privacy/domain/data_map'

const contact = {
  purpose: 'contact',
  basis: 'contract',
  retention: { months: 12 },
  export: true,
  erase: 'blank',
} as const

const map = dataMap({
  testing_visits: { ...notPersonal('id', 'state'), ...personal(contact, 'email', 'phone') },
  testing_absent: notPersonal('id'),
})

test.group('The data map', () => {
  test('a rule covers all columns that it names', ({ assert }) => {
    assert.deepEqual(map.testing_visits.email, { personal: true, ...contact })
    assert.deepEqual(map.testing_visits.phone, { personal: true, ...contact })
    assert.deepEqual(map.testing_visits.state, { personal: false })
  })

  test('a column without a rule is found, in mapped tables and in others', ({ assert }) => {
    const database = {
      testing_visits: ['id', 'state', 'email', 'phone', 'notes', 'constructor'],
      testing_forgotten: ['id'],
    }
    assert.deepEqual(columnsWithoutRule(database, map), [
      'testing_forgotten.id',
      'testing_visits.constructor',
      'testing_visits.notes',
    ])
  })

  test('tables of the migrator and the engine need no rule', ({ assert }) => {
    const database = {
      platform_schema: ['id'],
      platform_schema_versions: ['version'],
      plugin_booking_schema: ['id'],
      sqlite_sequence: ['name'],
    }
    assert.deepEqual(columnsWithoutRule(database, map), [])
  })

  test('a rule whose column is gone is found, a table that is not there is not', ({ assert }) => {
    const database = { testing_visits: ['id', 'state', 'email'] }
    assert.deepEqual(rulesWithoutColumn(database, map), ['testing_visits.phone'])
  })

  test('what stays after an erasure needs a reason', ({ assert }) => {
    const kept = { ...contact, erase: 'keep' } as const
    const told = { ...kept, because: 'The law asks for it' }
    const rules = dataMap({ testing: { ...personal(kept, 'a'), ...personal(told, 'b') } })
    assert.deepEqual(incompleteRules(rules), ['testing.a'])
  })
})

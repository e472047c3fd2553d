import { test } from '@japa/runner'
import { addressOf, readListState, type ListRules } from '#app/admin/domain/list_state'
import { searchPatterns } from '#app/admin/domain/search_terms'

const RULES: ListRules = {
  sorts: ['name', 'position'],
  defaultSort: 'position',
  filters: [
    { name: 'kind', kind: 'choice', choices: ['room', 'desk'] },
    { name: 'active', kind: 'flag' },
    { name: 'day', kind: 'days' },
    { name: 'size', kind: 'numbers' },
  ],
  tabs: [],
  columns: [{ name: 'name', strong: true }, { name: 'position' }, { name: 'size', hidden: true }],
}

test.group('State of a list', () => {
  test('comes from the address, and goes back into it', ({ assert }) => {
    const address = { q: 'cabin', sort: '-name', page: '3', kind: 'room', day_from: '2026-11-24' }
    const state = readListState(address, RULES)
    assert.deepEqual(state, {
      search: 'cabin',
      sort: 'name',
      descending: true,
      page: 3,
      filters: { kind: 'room', day_from: '2026-11-24' },
      tab: '',
      columns: ['name', 'position'],
      finds: {},
      view: '',
    })
    assert.deepEqual(addressOf(state, RULES), address)
  })

  test('shows the first part unless the address names another, each in its order', ({ assert }) => {
    const tabs = [{ name: 'coming' }, { name: 'gone', sort: '-position' }]
    const rules = { ...RULES, tabs }
    const orderAt = (address: Record<string, unknown>) => {
      const { tab, sort, descending } = readListState(address, rules)
      return [tab, sort, descending]
    }
    assert.deepEqual(orderAt({}), ['coming', 'position', false])
    assert.deepEqual(orderAt({ tab: 'gone' }), ['gone', 'position', true])
    assert.deepEqual(orderAt({ tab: 'gone', sort: 'position' }), ['gone', 'position', false])
    assert.deepEqual(orderAt({ tab: ['gone'] }), ['coming', 'position', false])
    for (const address of [{}, { tab: 'gone' }, { tab: 'gone', sort: 'position' }]) {
      assert.deepEqual(addressOf(readListState(address, rules), rules), address)
    }
  })

  test('keeps several choices, ranges of numbers and the chosen columns', ({ assert }) => {
    const read = (address: Record<string, unknown>) => {
      const { filters, columns } = readListState(address, RULES)
      return { filters, columns }
    }
    const wanted = { filters: { kind: 'room,desk', size_from: '-5' }, columns: ['name', 'size'] }
    const ticked = { kind: ['desk', 'room', 'cave'], size_from: '-5', columns: ['size', 'secret'] }
    assert.deepEqual(read(ticked), wanted)
    const address = addressOf(readListState(ticked, RULES), RULES)
    assert.deepEqual(address, { kind: 'room,desk', size_from: '-5', columns: 'name,size' })
    assert.deepEqual(read(address), wanted)
    assert.deepEqual(read({ columns: 'secret', size_to: '1e9', kind: [{}, ['room']] }), {
      filters: {},
      columns: ['name', 'position'],
    })
  })

  test('ignores what is not declared or not understood', ({ assert }) => {
    const address = {
      q: ['a'],
      sort: '-secret',
      page: '0',
      kind: 'cave',
      active: 'x',
      day_to: '24.11.2026',
      other: '1',
    }
    const usual = {
      search: '',
      sort: 'position',
      descending: false,
      page: 1,
      filters: {},
      tab: '',
      columns: ['name', 'position'],
      finds: {},
      view: '',
    }
    assert.deepEqual(readListState(address, RULES), usual)
    assert.deepEqual(addressOf(usual, RULES), {})
  })

  test('searches for signs as signs', ({ assert }) => {
    assert.deepEqual(searchPatterns('  50%  A_b '), ['%50\\%%', '%a\\_b%'])
    assert.lengthOf(searchPatterns('a b c d e f g'), 5)
  })
})

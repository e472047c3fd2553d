import { test } from '@japa/runner'
import { Registry } from '#app/platform/registry'

const handler = () => 'answer'

test.group('platform | plugins set aside', () => {
  test('P3 a plugin that clashes is set aside, the others serve', ({ assert }) => {
    const registry = new Registry()
    registry.addModule({ id: 'core', routes: ({ site }) => site.get('/a', handler, { name: 'a' }) })
    registry.addPlugin('good', { id: 'good', permissions: [{ id: 'good.view', roles: [] }] })
    registry.addPlugin('thief', {
      id: 'thief',
      mount: '',
      routes: ({ site }) => site.get('/a', handler, { name: 'a' }),
    })
    assert.deepEqual(
      registry.plugins.map(({ id }) => id),
      ['good']
    )
    assert.deepEqual(
      registry.setAside.map(({ id, error }) => [id, error.message]),
      [['thief', 'thief: route thief.a has the address of core.a']]
    )
  })

  test('an id that is not its folder and a foreign permission are refused', ({ assert }) => {
    const registry = new Registry()
    registry.addPlugin('sample', { id: 'other' })
    registry.addPlugin('sample', { id: 'sample', permissions: [{ id: 'core.all', roles: [] }] })
    assert.deepEqual(
      registry.setAside.map(({ error }) => error.message),
      [
        'sample: its id "other" differs from its folder',
        'sample: permission core.all lacks its prefix',
      ]
    )
  })

  test('contributions come in order of declaration, with their owner', ({ assert }) => {
    const registry = new Registry()
    registry.addModule({ id: 'core', permissions: [] })
    registry.addPlugin('sample', { id: 'sample', permissions: [] })
    assert.deepEqual(
      registry.all('permissions').map(({ owner }) => owner),
      ['core', 'sample']
    )
  })
})

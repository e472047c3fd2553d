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

  test('a plugin for other versions of the platform is refused, one without a range is not', ({
    assert,
  }) => {
    const registry = new Registry()
    registry.platformVersion = '0.1.4'
    registry.addPlugin('fits', { id: 'fits', platform: '^0.1.0' })
    registry.addPlugin('plain', { id: 'plain' })
    registry.addPlugin('newer', { id: 'newer', platform: '>=2' })
    registry.addPlugin('odd', { id: 'odd', platform: 'soon' })
    assert.deepEqual(
      registry.plugins.map(({ id }) => id),
      ['fits', 'plain']
    )
    assert.deepEqual(
      registry.setAside.map(({ error }) => error.message),
      [
        'newer: needs the platform >=2, and this is 0.1.4',
        'odd: its range of platform versions "soon" is none',
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

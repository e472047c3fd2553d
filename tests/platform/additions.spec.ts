import { test } from '@japa/runner'
import { BaseModel } from '@adonisjs/lucid/orm'
import { additionRoutes, adminRoutes, resource, type Action } from '#core/admin'
import { Registry } from '#app/platform/registry'
import type { PluginDefinition } from '#app/platform/definition'

class Thing extends BaseModel {}

const action = (id: string): Action => ({
  id,
  permission: 'some.right',
  run: async () => ({ ok: true, notice: 'some.notice' }),
})

/** A plugin with one kind of record and its action `lend`. */
const keeping = (id: string): PluginDefinition => ({
  id,
  admin: {
    resources: [resource({ id: `${id}.things`, model: Thing, actions: [action('lend')] })],
  },
})

const addingTo = (to: string, ...ids: string[]) => ({
  admin: { additions: [{ to, permission: 'some.right', actions: ids.map(action) }] },
})

function registryOf(...plugins: PluginDefinition[]): Registry {
  const registry = new Registry()
  Object.assign(registry, { adminRoutes, additionRoutes })
  for (const plugin of plugins) registry.addPlugin(plugin.id, plugin)
  registry.addAdditions()
  return registry
}

const asideIn = ({ setAside }: Registry) => setAside.map(({ id, error }) => [id, error.message])

test.group('platform | what plugins add to the records of others', () => {
  test('has its routes under who adds it, whoever was there first', ({ assert }) => {
    const registry = registryOf(
      { id: 'adder', ...addingTo('keeper.things', 'check_it') },
      keeping('keeper')
    )
    assert.deepEqual(asideIn(registry), [])
    const added = registry.routes.filter(({ owner }) => owner === 'adder')
    assert.deepEqual(
      added.map(({ method, pattern, name, permission }) => [method, pattern, name, permission]),
      ['GET', 'POST'].map((method) => [
        method,
        '/admin/adder/on/keeper/things/:id/check-it',
        `adder.on.keeper.things.check_it.${method === 'GET' ? 'create' : 'store'}`,
        'some.right',
      ])
    )
  })

  test('sets the plugin aside where it fits nowhere, or is called like what is there', ({
    assert,
  }) => {
    const registry = registryOf(
      { id: 'lost', ...addingTo('keeper.gone', 'check') },
      { id: 'double', ...addingTo('keeper.things', 'lend') },
      { id: 'twice', ...addingTo('keeper.things', 'check', 'check') },
      keeping('keeper')
    )
    assert.deepEqual(asideIn(registry), [
      ['lost', 'lost: adds to keeper.gone, which nobody has'],
      ['double', 'double: adds an action lend to keeper.things, which has one of that name'],
      ['twice', 'twice: route twice.on.keeper.things.check.create is declared twice'],
    ])
    assert.deepEqual(
      registry.plugins.map(({ id }) => id),
      ['keeper']
    )
    assert.deepEqual([...new Set(registry.routes.map(({ owner }) => owner))], ['keeper'])
  })

  test('of a plugin that is set aside nobody adds to the records', ({ assert }) => {
    const between = keeping('between')
    Object.assign(between.admin!, addingTo('nobody.things').admin)
    const registry = registryOf({ id: 'adder', ...addingTo('between.things', 'check') }, between)
    assert.deepEqual(
      asideIn(registry).map(([id]) => id),
      ['between', 'adder']
    )
    assert.deepEqual(registry.routes, [])
  })

  test('rests where the other is not installed and it merely enhances it', ({ assert }) => {
    const enhances = ['keeper']
    const alone = registryOf({ id: 'adder', enhances, ...addingTo('keeper.things', 'check') })
    assert.deepEqual(asideIn(alone), [])
    assert.deepEqual(alone.routes, [])
    const wrong = registryOf(
      { id: 'adder', enhances, ...addingTo('keeper.gone', 'check') },
      keeping('keeper')
    )
    assert.deepEqual(
      asideIn(wrong).map(([id]) => id),
      ['adder']
    )
  })
})

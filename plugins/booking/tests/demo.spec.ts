import { test } from '@japa/runner'
import { FormDefinition } from '#core/forms'
import { allContributions } from '#core/platform'
import { freshDatabase } from '#tests/kit/database'

test.group('Demo data', (group) => {
  group.each.setup(() => freshDatabase())

  test('the forms of a place have names in its language, as its resources have', async ({
    assert,
  }) => {
    for (const { value } of allContributions('demo')) await value()
    const names = (await FormDefinition.query()).map(({ name }) => name)
    assert.includeMembers(names, [
      ...['Brillenanpassung', 'Carta d’identità'],
      ...['Cambio di residenza', 'Consulenza sociale'],
    ])
  }).timeout(60_000)
})

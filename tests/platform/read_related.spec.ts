import { test } from '@japa/runner'
import { Location } from '#core/organisation'
import { readRelated } from '#core/platform'
import { Block, Service } from '#core/scheduling'
import { freshDatabase } from '#tests/kit/database'
import { statementsOf } from '#tests/kit/statements'
import { aLocation, aResource, aService } from '#tests/scheduling/planner'

test.group('What belongs to one record that is only shown', (group) => {
  group.each.setup(() => freshDatabase())

  async function aBlock() {
    const { id: locationId } = await aLocation({ name: `Pisa's "hall"` })
    await Block.create({ locationId, resourceId: null, startsAt: 1, endsAt: 2, reason: 'Fair' })
    return Block.firstOrFail()
  }

  test('is as it is stored, and cannot be changed', async ({ assert }) => {
    const block = await aBlock()
    await readRelated(block, ['location'])
    const stored = await Location.findOrFail(block.locationId)
    for (const name of Location.$columnsDefinitions.keys()) {
      const key = name as keyof Location
      assert.deepEqual(block.location[key], stored[key], name)
    }
    assert.throws(() => (block.location.name = 'Lucca'), TypeError)
  })

  test('are several, in one statement beside those that Lucid alone can find', async ({
    assert,
  }) => {
    const place = await aLocation()
    const needs = [{ of: [await aResource(place)] }, { of: [await aResource(place)] }]
    const service = await Service.findOrFail((await aService(place, needs)).id)
    const sent = await statementsOf(() => readRelated(service, ['requirements', 'locations']))
    assert.lengthOf(sent, 2)
    const { requirements, locations } = service
    assert.sameMembers(
      requirements.map(({ position }) => position),
      [0, 1]
    )
    assert.deepEqual(
      locations.map(({ id }) => id),
      [place.id]
    )
  })

  test('is nothing where nothing is pointed at', async ({ assert }) => {
    const block = await aBlock()
    block.merge({ locationId: null as never })
    const sent = await statementsOf(() => readRelated(block, ['location']))
    assert.lengthOf(sent, 0)
    assert.isNull(block.location)
  })
})

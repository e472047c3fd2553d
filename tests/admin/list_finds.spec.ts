import { test } from '@japa/runner'
import { atDesk, HOSTILE, isClean } from '#tests/admin/desk'
import { freshDatabase } from '#tests/kit/database'
import { aLocation, aResource } from '#tests/scheduling/planner'

const RESOURCES = '/admin/scheduling/resources'
const LOOKUP = `${RESOURCES}/filters/lookup/locationId`

test.group('Filters by a record', (group) => {
  group.each.setup(() => freshDatabase())

  test('of few are a menu, of many are searched, with and without scripts', async ({ assert }) => {
    const first = await aLocation({ name: 'Lucca' })
    await aResource(first, { name: 'Cabin' })
    const desk = await atDesk('desk')
    const few = await desk.get(RESOURCES)
    assert.include(few.text, '<select class="input select" id="filter-locationId"')
    for (let i = 10; i < 32; i++) await aLocation({ name: `Place ${i}` })
    const many = await desk.get(RESOURCES)
    assert.include(many.text, 'name="locationId_find"')
    assert.equal(many.text.match(/type="radio"[^>]*name="locationId"/g)?.length, 21)

    const searched = await desk.get(`${RESOURCES}?locationId_find=luc`)
    assert.equal(searched.text.match(/type="radio"[^>]*name="locationId"/g)?.length, 2)
    assert.include(searched.text, 'Lucca')
    assert.include(searched.text, 'Cabin', 'words that find a place narrow no rows')
    const chosen = await desk.get(`${RESOURCES}?locationId=${first.id}`)
    assert.include(chosen.text, 'Location is Lucca')
    const options = JSON.parse((await desk.get(`${LOOKUP}?q=luc`)).text) as object[]
    assert.deepEqual(options, [{ value: String(first.id), label: 'Lucca' }])
  })

  test('find only what the person may see, and only for filters that there are', async ({
    assert,
  }) => {
    const [here, there] = [await aLocation({ name: 'Here' }), await aLocation({ name: 'There' })]
    const desk = await atDesk('desk', [here])
    assert.deepEqual(JSON.parse((await desk.get(`${LOOKUP}?q=there`)).text), [])
    assert.lengthOf(JSON.parse((await desk.get(LOOKUP)).text) as object[], 1)
    for (const field of ['kind', 'nothing', 'constructor']) {
      assert.equal((await desk.get(`${RESOURCES}/filters/lookup/${field}`)).status, 404, field)
    }
    const hostile = encodeURIComponent(HOSTILE)
    assert.isTrue(isClean(await desk.get(`${RESOURCES}?locationId_find=${hostile}`)))
    const foreign = await desk.get(`${RESOURCES}?locationId=${there.id}&locationId_find=There`)
    assert.notInclude(foreign.text, '>There<')
  })
})

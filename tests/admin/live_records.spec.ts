import { test } from '@japa/runner'
import { hub } from '#app/live/live'
import { atDesk, save } from '#tests/admin/desk'
import { Thing, things, THINGS, withThings } from '#tests/admin/things'
import { freshDatabase } from '#tests/kit/database'

const LIST = 'admin.records?list=testing_things.things'

/** Names of the channels that `work` publishes. */
async function published(work: () => Promise<unknown>): Promise<string[]> {
  const names: string[] = []
  const changed = hub.changed
  hub.changed = (name) => void names.push(name)
  try {
    await work()
  } finally {
    hub.changed = changed
  }
  return names
}

test.group('Records that are live', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(() => withThings())
  group.each.setup(() => {
    things.live = true
    return () => void (things.live = false)
  })

  test('what the forms of the panel create, change and remove is told', async ({ assert }) => {
    const desk = await atDesk('owner')
    assert.include((await desk.get(THINGS)).text, `data-channel="${LIST}"`)
    const created = await published(() => save(desk, `${THINGS}/create`, { title: 'Box' }))
    const { id } = await Thing.firstOrFail()
    const told = [LIST, `admin.records?id=${id}&list=testing_things.things`]
    assert.deepEqual(created, told)
    assert.deepEqual(
      await published(() => save(desk, `${THINGS}/${id}/edit`, { title: 'Crate' })),
      told
    )
    const { text } = await desk.get(`${THINGS}/${id}`)
    assert.include(text, `data-channel="${told[1].replace('&', '&amp;')}" data-version="2"`)
    const page = `${THINGS}/${id}/remove`
    const asked = await desk.get(page)
    assert.deepEqual(await published(() => desk.submit(asked.form(page))), told)
    assert.lengthOf(await Thing.all(), 0)
  })

  test('a form that is refused tells nothing', async ({ assert }) => {
    const desk = await atDesk('owner')
    assert.deepEqual(await published(() => save(desk, `${THINGS}/create`, { title: '' })), [])
  })
})

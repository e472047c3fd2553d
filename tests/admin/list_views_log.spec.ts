import { test } from '@japa/runner'
import { auditTrailOf } from '#core/audit'
import { ListView } from '#app/admin/models/list_view'
import { atDesk } from '#tests/admin/desk'
import { freshDatabase } from '#tests/kit/database'

const RESOURCES = '/admin/scheduling/resources'
const VIEWS = '/admin/list-views'

test.group('Views of a list in the log', (group) => {
  group.each.setup(() => freshDatabase())

  test('say who saved, shared, changed and removed them', async ({ assert }) => {
    const manager = await atDesk('manager')
    const list = await manager.get(`${RESOURCES}?q=Talm%C3%BChl`)
    await manager.submit(list.form(VIEWS), { name: 'Talmühl' })
    const { publicId, id, userId } = await ListView.firstOrFail()
    const page = `${VIEWS}/${publicId}`
    const send = async (fields: Record<string, string | undefined>) =>
      manager.submit((await manager.get(page)).form(publicId), fields)
    await send({ shared: 'on' })
    await send({ name: 'Others' })
    await send({ shared: undefined })
    const state = (await manager.get(`${RESOURCES}?kind=room&view=${publicId}`)).form('/state')
    await manager.submit(state)
    await manager.submit((await manager.get(`${page}/remove`)).form('/remove'))

    const trail = await auditTrailOf('admin.list_view', id)
    assert.deepEqual(
      trail.reverse().map(({ action, fields, changes }) => [action, fields, changes]),
      [
        [
          'admin.list_view_created',
          ['address', 'list', 'name', 'shared'],
          { list: [null, 'scheduling.resources'], shared: [null, false] },
        ],
        ['admin.list_view_shared', ['shared'], { shared: [false, true] }],
        ['admin.list_view_changed', ['name'], {}],
        ['admin.list_view_unshared', ['shared'], { shared: [true, false] }],
        ['admin.list_view_changed', ['address'], {}],
        ['admin.list_view_removed', [], {}],
      ]
    )
    for (const { actorId } of trail) assert.equal(Number(actorId), userId)
    const log = (await manager.get('/admin/audit/entries')).text
    for (const words of ['Shared a view', `Saved view ${id}`, 'What it shows']) {
      assert.include(log, words)
    }
    assert.notInclude(log, 'Talmühl')
  })
})

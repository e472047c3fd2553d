import { test } from '@japa/runner'
import type { Filter } from '#core/admin'
import { blocks } from '#app/scheduling/admin/blocks'
import { resources } from '#app/scheduling/admin/resources'
import { atDesk, HOSTILE } from '#tests/admin/desk'
import { freshDatabase } from '#tests/kit/database'
import { aLocation, aResource } from '#tests/scheduling/planner'

const RESOURCES = '/admin/scheduling/resources'

test.group('Parts of a list', (group) => {
  group.each.setup(() => freshDatabase())

  test('chips say what the list is narrowed to, and go one by one', async ({ assert }) => {
    const location = await aLocation()
    await aResource(location, { name: 'Cabin', kind: 'room' })
    await aResource(location, { name: 'Window', kind: 'counter' })
    const desk = await atDesk('desk')
    const page = await desk.get(`${RESOURCES}?kind=counter&kind=room&q=w&active=yes`)
    assert.include(page.text, 'Window')
    assert.notInclude(page.text, '>Cabin<')
    for (const chip of ['Kind is Room or Counter', 'Active is Yes', 'Search is w', 'Clear all']) {
      assert.include(page.text, chip)
    }
    const without = page.text.match(/href="([^"]+)" data-active="yes">\s*<span[^>]*>[^<]*Kind/)
    assert.equal(without?.[1].replaceAll('&amp;', '&'), `${RESOURCES}?q=w&active=yes`)
  })

  test('columns are chosen in the address, the first one stays', async ({ assert }) => {
    await aResource(await aLocation(), { name: 'Cabin' })
    const desk = await atDesk('desk')
    const heads = async (query: string) =>
      [...(await desk.get(`${RESOURCES}?${query}`)).text.matchAll(/data-label="([^"]+)"/g)].map(
        ([, label]) => label
      )
    assert.isAbove((await heads('')).length, 3)
    assert.deepEqual(await heads('columns=active'), ['Name', 'Active'])
    assert.deepEqual(await heads('columns[]=active&columns[]=publicId'), ['Name', 'Active'])
    assert.deepEqual(await heads(`columns=${encodeURIComponent(HOSTILE)}`), await heads(''))
    const page = await desk.get(`${RESOURCES}?columns=active&kind=room`)
    assert.match(page.text, /name="columns" value="name,active"/, 'filters keep the columns')
    const { action } = page.form('/admin/list-columns')
    assert.include(action, 'kind=room', 'the choice of columns keeps the filters')
  })

  test('a filter may keep rows by what is no column of theirs', async ({ assert, cleanup }) => {
    const { filters } = resources.list
    const long: Filter = {
      name: 'long',
      kind: 'choice',
      choices: ['yes'],
      keep: (query) => void query.whereRaw('length(name) > 8'),
    }
    cleanup(() => void (resources.list.filters = filters))
    resources.list.filters = [...filters, long]
    const location = await aLocation()
    await aResource(location, { name: 'Cabin' })
    await aResource(location, { name: 'Consulting room' })
    const page = await (await atDesk('desk')).get(`${RESOURCES}?long=yes`)
    assert.include(page.text, 'Consulting room')
    assert.notInclude(page.text, '>Cabin<')
  })

  test('a list that fails says so calmly and offers to try again', async ({ assert, cleanup }) => {
    const { scope } = blocks
    cleanup(() => void (blocks.scope = scope))
    blocks.scope = (query) => void query.whereRaw('no_such_column = 1')
    const page = await (await atDesk('manager')).get('/admin/scheduling/blocks?q=a')
    assert.equal(page.status, 500)
    assert.include(page.text, 'The list cannot be shown just now.')
    assert.include(page.text, 'href="/admin/scheduling/blocks?q=a"')
    assert.include(page.text, 'Sign out', 'the panel around it stays')
  })
})

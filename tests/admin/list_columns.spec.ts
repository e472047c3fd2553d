import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { atDesk, HOSTILE, isClean } from '#tests/admin/desk'
import { standStill } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import type { HttpClient } from '#tests/kit/http'
import { aLocation, aResource } from '#tests/scheduling/planner'

const RESOURCES = '/admin/scheduling/resources'

const headsIn = (text: string) =>
  [...text.matchAll(/data-label="([^"]+)"/g)].map(([, label]) => label)

async function choose(desk: HttpClient, page: string, fields: Record<string, string | string[]>) {
  const form = (await desk.get(page)).form('/admin/list-columns')
  return desk.submit(form, { 'columns[]': undefined, ...fields })
}

/** Statements on such tables that `work` sends. */
async function askedFor(table: string, work: () => Promise<unknown>): Promise<string[]> {
  const asked: string[] = []
  const note = ({ sql }: { sql: string }) => void (sql.includes(table) && asked.push(sql))
  const knex = db.connection().getWriteClient()
  knex.on('query', note)
  await work()
  knex.off('query', note)
  return asked
}

const kept = async () =>
  (await db.from('admin_list_choices')).map(({ list, columns }) => [list, columns])

test.group('Columns of a list', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(async () => void (await aResource(await aLocation(), { name: 'Cabin' })))

  test('stay chosen for the person, in the file too, until the usual ones are back', async ({
    assert,
  }) => {
    const desk = await atDesk('manager')
    const usual = headsIn((await desk.get(RESOURCES)).text)
    assert.notInclude((await desk.get(RESOURCES)).text, 'Back to the usual columns')
    const chosen = await choose(desk, `${RESOURCES}?kind=room&q=cab`, { 'columns[]': 'active' })
    assert.equal(chosen.status, 303)
    assert.equal(chosen.location, `${RESOURCES}?q=cab&kind=room`)
    assert.deepEqual(headsIn((await desk.get(RESOURCES)).text), ['Name', 'Active'])
    assert.deepEqual(headsIn((await desk.get(`${RESOURCES}?columns=kind`)).text), ['Name', 'Kind'])
    const file = await desk.get(`${RESOURCES}/export?format=csv`)
    assert.match(file.text, /^\uFEFF?Name,Active\r?\n/)
    assert.deepEqual(headsIn((await (await atDesk('manager')).get(RESOURCES)).text), usual)
    assert.deepEqual(await kept(), [['scheduling.resources', '["name","active"]']])

    await choose(desk, RESOURCES, { usual: 'yes', 'columns[]': 'active' })
    assert.deepEqual(headsIn((await desk.get(RESOURCES)).text), usual)
  })

  test('are only those that the list declares, and of lists that the person sees', async ({
    assert,
  }) => {
    const desk = await atDesk('desk')
    await choose(desk, RESOURCES, { 'columns[]': ['kind', 'publicId', HOSTILE] })
    assert.deepEqual(await kept(), [['scheduling.resources', '["name","kind"]']])
    const form = (await desk.get(RESOURCES)).form('/admin/list-columns')
    for (const list of ['accounts.staff', 'jobs.jobs', 'nothing', HOSTILE, 'x'.repeat(99), '']) {
      const answer = await desk.submit(form, { list })
      assert.equal(answer.status, 404, list)
      assert.isTrue(isClean(answer))
    }
    assert.lengthOf(await kept(), 1)
  })

  test('that are gone meanwhile leave the list as it is for all', async ({ assert }) => {
    const desk = await atDesk('desk')
    const usual = headsIn((await desk.get(RESOURCES)).text)
    await choose(desk, RESOURCES, { 'columns[]': ['kind'] })
    await db.from('admin_list_choices').update({ columns: '["gone","kind"]' })
    assert.deepEqual(headsIn((await desk.get(RESOURCES)).text), ['Name', 'Kind'])
    await db.from('admin_list_choices').update({ columns: '[]' })
    assert.isAtLeast(headsIn((await desk.get(RESOURCES)).text).length, 1)
    assert.isAtMost(headsIn((await desk.get(RESOURCES)).text).length, usual.length)
  })

  test('cost no statement where nobody chose any', async ({ assert, cleanup }) => {
    standStill(cleanup)
    const desk = await atDesk('desk')
    await desk.get(RESOURCES)
    const asked = await askedFor('admin_list_', () => desk.get(RESOURCES))
    assert.deepEqual(asked, [])
    await choose(desk, RESOURCES, { 'columns[]': 'kind' })
    await desk.get(RESOURCES)
    assert.lengthOf(await askedFor('admin_list_', () => desk.get(RESOURCES)), 1)
    const others = () => desk.get('/admin/scheduling/services')
    assert.deepEqual(await askedFor('admin_list_', others), [])
  })
})

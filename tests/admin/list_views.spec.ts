import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { saveView } from '#app/admin/actions/save_view'
import { viewerFor } from '#app/admin/viewer'
import { ListView } from '#app/admin/models/list_view'
import { resources } from '#app/scheduling/admin/resources'
import { signedIn, someStaff } from '#tests/accounts/people'
import { atDesk, HOSTILE, isClean } from '#tests/admin/desk'
import { freshDatabase } from '#tests/kit/database'
import type { HttpClient } from '#tests/kit/http'
import { aLocation, aResource } from '#tests/scheduling/planner'

const RESOURCES = '/admin/scheduling/resources'
const VIEWS = '/admin/list-views'

async function keep(desk: HttpClient, page: string, fields: Record<string, string>) {
  return desk.submit((await desk.get(page)).form(`${VIEWS}?`.slice(0, -1)), fields)
}

const only = async () => (await ListView.all())[0]
const tabsIn = (text: string) =>
  [...text.matchAll(/class="tabs__item" href="([^"]+)" aria-current="(\w+)">([\s\S]*?)<\/a>/g)].map(
    ([, href, current, label]) => ({
      href: href.replaceAll('&amp;', '&'),
      isOpen: current === 'page',
      label: label.replaceAll(/<[^>]*>/g, '').trim(),
    })
  )
const rowsIn = (text: string) =>
  [...text.matchAll(/class="table__link"[^>]*>([^<]+)</g)].map(([, name]) => name)

test.group('Views of a list', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(async () => {
    const location = await aLocation()
    await aResource(location, { name: 'Cabin', kind: 'room' })
    await aResource(location, { name: 'Window', kind: 'counter' })
  })

  test('keep what a list shows, stand beside its tabs, and are changed as they are used', async ({
    assert,
  }) => {
    const desk = await atDesk('manager')
    const saved = await keep(desk, `${RESOURCES}?kind=counter&sort=-name&columns=kind`, {
      name: '  Only  windows ',
    })
    const { publicId, address, name, shared } = await only()
    assert.deepEqual(address, { kind: 'counter', sort: '-name', columns: 'name,kind' })
    assert.deepEqual([name, shared], ['Only  windows', false])
    const open = await desk.follow(saved)
    assert.include(open.text, 'is saved.')
    assert.deepEqual(rowsIn(open.text), ['Window'])
    assert.deepEqual(
      tabsIn(open.text).map(({ label, isOpen }) => [label, isOpen]),
      [
        ['All', false],
        ['Only  windows', true],
      ]
    )
    assert.notInclude(open.text, 'Save changes to')

    const changed = await desk.get(`${RESOURCES}?kind=room&view=${publicId}`)
    assert.include(changed.text, 'Save changes to “Only  windows”')
    const kept = await desk.submit(changed.form(`${publicId}/state`))
    assert.deepEqual((await only()).address, { kind: 'room' })
    assert.deepEqual(rowsIn((await desk.follow(kept)).text), ['Cabin'])
  })

  test('have names that differ, and are at most 30 a person and list', async ({ assert }) => {
    const user = await someStaff({ role: 'desk' })
    const desk = await signedIn(user)
    const viewer = await viewerFor(user)
    const list = 'scheduling.resources'
    for (let i = 1; i < 30; i++) {
      await saveView({ list, name: `View ${i}`, address: { q: String(i) } }, viewer)
    }
    const taken = await keep(desk, `${RESOURCES}?q=other`, { name: 'VIEW 7' })
    assert.equal(taken.status, 422)
    assert.include(taken.text, 'You already have a view with this name.')
    assert.include(taken.text, 'value="VIEW 7"')
    const again = await desk.submit(taken.form(VIEWS), { name: 'View 30' })
    assert.equal(again.status, 303)
    assert.deepEqual((await ListView.findByOrFail('name', 'View 30')).address, { q: 'other' })
    const twice = await desk.submit(taken.form(VIEWS), { name: 'View 30' })
    assert.equal(twice.location, again.location, 'a form sent twice keeps one view')
    const full = await desk.submit(taken.form(VIEWS), { name: 'View 31' })
    assert.equal(full.status, 422)
    assert.include(full.text, 'A list can have 30 views of yours.')
    for (const name of ['', '   ', 'x'.repeat(61)]) {
      assert.equal((await desk.submit(taken.form(VIEWS), { name })).status, 422, name)
    }
    const elsewhere = await keep(desk, '/admin/scheduling/services', { name: 'View 7' })
    assert.equal(elsewhere.status, 303)
    assert.equal((await (await atDesk('desk')).get(RESOURCES)).text.includes('View 7'), false)
  })

  test('of one form sent at once are kept within the limit', async ({ assert }) => {
    const viewer = await viewerFor(await someStaff({ role: 'desk' }))
    const list = 'scheduling.resources'
    const wanted = Array.from({ length: 34 }, (_, i) => ({ name: `V${i}`, address: { q: `${i}` } }))
    const saved = await Promise.all(wanted.map((view) => saveView({ ...view, list }, viewer)))
    assert.lengthOf(
      saved.filter(({ ok }) => ok),
      30
    )
    assert.lengthOf(await ListView.all(), 30)
  })

  test('are opened first, renamed, shared and removed on a page of their own', async ({
    assert,
  }) => {
    const desk = await atDesk('manager')
    await keep(desk, `${RESOURCES}?kind=room`, { name: 'Rooms', shared: 'on' })
    const { publicId } = await only()
    const page = await desk.get(`${VIEWS}/${publicId}`)
    assert.include(page.text, 'Kind is Room')
    await desk.submit(page.form(`${publicId}/start`), { on: 'yes' })
    const first = await desk.get(RESOURCES)
    assert.deepEqual(rowsIn(first.text), ['Cabin'])
    const [whole] = tabsIn(first.text)
    assert.deepEqual(rowsIn((await desk.get(whole.href)).text), ['Cabin', 'Window'])
    assert.include(first.text, `href="${whole.href}">Clear all`)

    const colleague = await atDesk('desk')
    const tab = tabsIn((await colleague.get(RESOURCES)).text).find(({ label }) => label === 'Rooms')
    assert.deepEqual(rowsIn((await colleague.get(tab!.href)).text), ['Cabin'])
    assert.notInclude((await colleague.get(`${VIEWS}/${publicId}`)).text, 'name="name"')

    const renamed = await desk.submit(page.form(publicId), { name: 'Cabins', shared: undefined })
    assert.equal(renamed.status, 303)
    assert.notInclude((await colleague.get(RESOURCES)).text, 'Cabins')
    assert.equal((await colleague.get(`${VIEWS}/${publicId}`)).status, 404)
    const late = await desk.submit(page.form(publicId), { name: 'Late' })
    assert.equal(late.status, 422)
    assert.include(late.text, 'Somebody changed this view meanwhile.')
    assert.include(late.text, 'value="Late"')

    assert.include(page.text, `href="${VIEWS}/${publicId}/remove"`)
    const question = await desk.get(`${VIEWS}/${publicId}/remove`)
    assert.include(question.text, 'Remove this view: Cabins')
    assert.include(question.text, 'The list and its entries stay as they are.')
    assert.lengthOf(await ListView.all(), 1)
    const answers = await Promise.all(
      [1, 2, 3].map(() => desk.submit(question.form(`${publicId}/remove`)))
    )
    for (const { status, location } of answers)
      assert.deepEqual([status, location], [303, RESOURCES])
    assert.lengthOf(await ListView.all(), 0)
    assert.deepEqual(rowsIn((await desk.get(RESOURCES)).text), ['Cabin', 'Window'])
  })

  test('of others are nobody’s business, and shared ones are changed by who may share', async ({
    assert,
  }) => {
    const owner = await atDesk('owner')
    await keep(owner, `${RESOURCES}?kind=room`, { name: 'Private' })
    const { publicId } = await only()
    const colleague = await atDesk('desk')
    await keep(colleague, `${RESOURCES}?q=x`, { name: 'Hidden share', shared: 'on' })
    assert.isFalse((await ListView.findByOrFail('name', 'Hidden share')).shared)
    const { fields } = (await colleague.get(RESOURCES)).form(VIEWS)
    const _csrf = String(fields._csrf)
    const visit = async (id: string) => [
      (await colleague.get(`${VIEWS}/${id}`)).status,
      (await colleague.post(`${VIEWS}/${id}`, { _csrf, name: 'X', version: '1' })).status,
      (await colleague.post(`${VIEWS}/${id}/state?q=1`, { _csrf })).status,
      (await colleague.post(`${VIEWS}/${id}/start`, { _csrf, on: 'yes' })).status,
      (await colleague.get(`${VIEWS}/${id}/remove`)).status,
      (await colleague.post(`${VIEWS}/${id}/remove`, { _csrf })).status,
    ]
    for (const id of [publicId, 'none', encodeURIComponent(HOSTILE)]) {
      assert.deepEqual(await visit(id), [404, 404, 404, 404, 404, 404], id)
    }
    await db.from('admin_list_views').where('public_id', publicId).update({ shared: true })
    assert.deepEqual(await visit(publicId), [200, 404, 404, 303, 404, 404])
    // Whoever may not see the list sees no view of it either.
    await db.from('admin_list_views').update({ list: 'accounts.staff', shared: true })
    assert.deepEqual(await visit(publicId), [404, 404, 404, 404, 404, 404])
    assert.equal(
      (await colleague.post(VIEWS, { _csrf, list: 'accounts.staff', name: 'X' })).status,
      404
    )
    const foreign = await colleague.get(`${RESOURCES}?view=${publicId}`)
    assert.notInclude(foreign.text, 'Private')
  })

  test('stay with whoever made them, when another stops sharing one', async ({ assert }) => {
    const maker = await atDesk('manager')
    await keep(maker, `${RESOURCES}?kind=room`, { name: 'Rooms', shared: 'on' })
    const { publicId } = await only()
    const other = await atDesk('owner')
    const page = await other.get(`${VIEWS}/${publicId}`)
    const sent = await other.submit(page.form(publicId), { shared: undefined })
    const list = await other.follow(sent)
    assert.equal(list.status, 200)
    assert.deepEqual(rowsIn(list.text), ['Cabin'])
    assert.isFalse((await only()).shared)
    assert.include((await maker.get(RESOURCES)).text, 'Rooms')
  })

  test('say when a part of them is gone, and open without it', async ({ assert, cleanup }) => {
    const desk = await atDesk('desk')
    await keep(desk, `${RESOURCES}?kind=counter&active=yes`, { name: 'Windows' })
    const { filters } = resources.list
    cleanup(() => void (resources.list.filters = filters))
    const [, tab] = tabsIn((await desk.get(RESOURCES)).text)
    assert.notInclude((await desk.get(tab.href)).text, 'no longer exists')
    resources.list.filters = filters.filter(({ name }) => name !== 'kind')
    const [, narrower] = tabsIn((await desk.get(RESOURCES)).text)
    const page = await desk.get(narrower.href)
    assert.include(page.text, 'Part of this view no longer exists.')
    assert.deepEqual(rowsIn(page.text), ['Cabin', 'Window'])
  })

  test('with hostile names are shown as they were written', async ({ assert }) => {
    const desk = await atDesk('manager')
    const name = HOSTILE.slice(0, 60)
    const saved = await keep(desk, `${RESOURCES}?q=${encodeURIComponent(HOSTILE)}`, {
      name,
      shared: 'on',
    })
    assert.equal(saved.status, 303)
    const { publicId } = await only()
    for (const page of [RESOURCES, saved.location!, `${VIEWS}/${publicId}`]) {
      assert.isTrue(isClean(await desk.get(page)), page)
    }
    assert.isTrue(isClean(await desk.follow(saved)))
  })
})

import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { createCustomer, type Customer } from '#core/customers'
import { SYSTEM, transaction } from '#core/platform'
import { setLocationsOf } from '#app/accounts/admin/user_locations'
import { atDesk, statements } from '#tests/admin/desk'
import { freshDatabase } from '#tests/kit/database'
import type { HttpClient } from '#tests/kit/http'
import { aLocation, aResource } from '#tests/scheduling/planner'

const PICKS = '/admin/picks'

type Item = { pieces: { text: string }[]; target: string }
type Found = { groups: { title: string; items: Item[] }[] }

const aCustomer = (lastName: string): Promise<Customer> =>
  transaction((trx) =>
    createCustomer(trx, {
      ...{ firstName: 'Anna', lastName, email: null, phone: null },
      ...{ locale: 'en', userId: null, actor: SYSTEM },
    })
  )

async function groupsOf(desk: HttpClient, search = '') {
  const answer = await desk.get(`/admin/search?q=${search}`, { accept: 'application/json' })
  return (JSON.parse(answer.text) as Found).groups
}

const labels = (items: Item[]) => items.map(({ pieces }) => pieces.map(({ text }) => text).join(''))

async function recent(desk: HttpClient): Promise<string[]> {
  const [first] = await groupsOf(desk)
  return first.title === 'Opened last' ? labels(first.items) : []
}

/** Opens the first line that the search finds for these words, as the palette does. */
async function pick(desk: HttpClient, search: string): Promise<void> {
  const [{ items }] = await groupsOf(desk, search)
  const answer = await sent(desk, items[0].target)
  if (answer.status !== 204) throw new Error(`The pick answered ${answer.status}`)
}

async function sent(desk: HttpClient, target: string) {
  const { _csrf } = (await desk.get('/admin/keys')).form('/sign-out').fields
  return desk.post(PICKS, { target, _csrf }, { accept: 'application/json' })
}

test.group('What was opened last from the palette', (group) => {
  group.each.setup(() => freshDatabase())

  test('is offered to the same person, the last first, five at most', async ({ assert }) => {
    for (const name of ['Aal', 'Bal', 'Qal', 'Dal']) await aCustomer(name)
    const desk = await atDesk('manager')
    assert.deepEqual(await recent(desk), [])
    for (const search of ['aal', 'bal', 'services', 'qal', 'dal', 'holidays', 'bal']) {
      await pick(desk, search)
    }
    const last = ['Anna Bal', 'Holidays and exceptions', 'Anna Dal', 'Anna Qal', 'Services']
    assert.deepEqual(await recent(desk), last)
    assert.lengthOf(await db.from('admin_picks'), 5)
    const [, pages] = await groupsOf(desk)
    assert.notInclude(labels(pages.items), 'Services')
    assert.include((await desk.get('/admin/search?q=')).text, 'Opened last')
    assert.deepEqual(await recent(await atDesk('manager')), [])
  })

  test('is not offered to who may not see it any more', async ({ assert }) => {
    const [here, there] = [await aLocation(), await aLocation()]
    await aResource(here, { name: 'Zyx here' })
    const foreign = await aResource(there, { name: 'Zyx there' })
    const gone = await aCustomer('Gone')
    const desk = await atDesk('owner')
    for (const search of ['zyx here', 'zyx there', 'gone', 'roles']) await pick(desk, search)
    assert.deepEqual(await recent(desk), ['Roles', 'Anna Gone', 'Zyx there', 'Zyx here'])
    const [{ user_id: user }] = await db.from('admin_picks')
    await transaction((trx) => setLocationsOf(user, [here.id], trx))
    await db.from('accounts_users').where('id', user).update({ role: 'manager' })
    await gone.delete()
    assert.deepEqual(await recent(desk), ['Zyx here'])
    assert.equal((await sent(desk, `scheduling.resources:${foreign.id}`)).status, 404)
  })

  test('is known, too, when the page that works without JavaScript leads there', async ({
    assert,
  }) => {
    const { id } = await aCustomer('Aal')
    const desk = await atDesk('manager')
    const places = [
      ['aal', `/admin/customers/customers/${id}`],
      ['services', '/admin/scheduling/services'],
    ]
    for (const [search, href] of places) {
      const page = await desk.get(`/admin/search?q=${search}`)
      const [, target] = /<button[^>]*name="target" value="([^"]+)"/.exec(page.text)!
      const opened = await desk.submit(page.form(PICKS), { target })
      assert.deepEqual([opened.status, opened.location], [303, href])
      assert.equal((await desk.follow(opened)).status, 200)
    }
    assert.deepEqual(await recent(desk), ['Services', 'Anna Aal'])
    const { fields } = (await desk.get('/admin/search?q=aal')).form(PICKS)
    for (const target of ['https://example.org/', '//example.org', '/admin/accounts/roles']) {
      assert.equal((await desk.post(PICKS, { ...fields, target })).status, 404, target)
    }
  })

  test('is nothing but what the palette finds', async ({ assert }) => {
    const desk = await atDesk('manager')
    for (const target of [
      ...['', '/', 'https://example.org/', '/admin/accounts/staff', 'customers.customers:1'],
      ...['customers.customers:x', 'customers.customers:99999999999', `${'x'.repeat(200)}:1`],
    ]) {
      assert.equal((await sent(desk, target)).status, 404, target)
    }
    assert.equal((await desk.get(PICKS)).status, 405)
    assert.lengthOf(await db.from('admin_picks'), 0)
  })

  test('costs at most eight statements more than a page', async ({ assert }) => {
    const desk = await atDesk('owner')
    await aLocation({ name: 'Zyxfern' })
    await aCustomer('Zyxnah')
    const before = await statements(() => desk.get('/admin/search?q='))
    for (const search of ['zyxfern', 'zyxnah', 'ada brandt']) await pick(desk, search)
    const after = await statements(() => desk.get('/admin/search?q='))
    assert.isAtMost(after - before, 3)
  })
})

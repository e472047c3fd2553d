import { test } from '@japa/runner'
import { Resource } from '#core/scheduling'
import { atDesk, save } from '#tests/admin/desk'
import { signedIn, someCustomer, someStaff } from '#tests/accounts/people'
import { freshDatabase } from '#tests/kit/database'
import { visitor } from '#tests/web/visitor'
import { aLocation, aResource } from '#tests/scheduling/planner'
import { User } from '#core/accounts'

const RESOURCES = '/admin/scheduling/resources'

test.group('Who may do what in the panel', (group) => {
  group.each.setup(() => freshDatabase())

  test('the desk reads resources and changes none', async ({ assert }) => {
    const resource = await aResource(await aLocation())
    const desk = await atDesk('desk')
    const page = await desk.get(`${RESOURCES}/${resource.id}`)
    assert.equal(page.status, 200)
    assert.notInclude(page.text, '/edit')
    assert.notInclude(page.text, '/remove')
    for (const path of ['/create', `/${resource.id}/edit`, `/${resource.id}/remove`]) {
      assert.equal((await desk.get(RESOURCES + path)).status, 403, path)
    }
    const { _csrf } = page.form('/sign-out').fields
    for (const path of ['', `/${resource.id}`, `/${resource.id}/remove`]) {
      const answer = await desk.post(RESOURCES + path, { _csrf, name: 'Mine', version: '1' })
      assert.equal(answer.status, 403, path)
    }
    assert.equal((await Resource.findOrFail(resource.id)).name, resource.name)
  })

  test('whom a page refuses stays in the panel, other people see the public page', async ({
    assert,
  }) => {
    const staff = '/admin/accounts/staff'
    const desk = await atDesk('desk')
    const refused = await desk.get(staff)
    assert.deepEqual([refused.status, refused.headers.get('cache-control')], [403, 'no-store'])
    assert.include(refused.text, 'Your role does not open this page.')
    assert.include(refused.text, 'href="/admin/booking/appointments"', 'the ways on are there')
    const { _csrf } = refused.form('/sign-out').fields
    const posted = await desk.post(`${staff}/1`, { _csrf })
    assert.equal(posted.status, 403)
    assert.include(posted.text, 'data-area="staff"')
    const customer = await (await signedIn(await someCustomer())).get(staff)
    assert.equal(customer.status, 403)
    assert.notInclude(customer.text, 'data-area="staff"')
    const asJson = await desk.get(staff, { accept: 'application/json' })
    assert.deepInclude(JSON.parse(asJson.text), { error: 403 })
  })

  test('the menu offers what the person may open', async ({ assert }) => {
    const desk = await (await atDesk('desk')).get('/admin')
    const owner = await (await atDesk('owner')).get('/admin')
    for (const path of ['/admin/accounts/staff', '/admin/platform/plugins', '/admin/settings']) {
      assert.notInclude(desk.text, path)
      assert.include(owner.text, path)
    }
    assert.equal((await visitor().get('/admin')).location, '/sign-in?next=%2Fadmin')
  })

  test('staff of one location find nothing of another: list, show, edit, lookup, action', async ({
    assert,
  }) => {
    const [here, there] = [await aLocation({ name: 'Here' }), await aLocation({ name: 'There' })]
    const mine = await aResource(here, { name: 'Mine' })
    const foreign = await aResource(there, { name: 'Foreign' })
    const desk = await atDesk('manager', [here])

    const list = await desk.get(RESOURCES)
    assert.include(list.text, 'Mine')
    assert.notInclude(list.text, 'Foreign')
    assert.notInclude(list.text, 'There')
    assert.notInclude((await desk.get(`${RESOURCES}?q=foreign`)).text, `/${foreign.id}"`)
    for (const path of ['', '/edit', '/remove']) {
      assert.equal((await desk.get(`${RESOURCES}/${foreign.id}${path}`)).status, 404, path)
    }
    const { _csrf } = list.form('/sign-out').fields
    for (const path of ['', '/remove']) {
      const answer = await desk.post(`${RESOURCES}/${foreign.id}${path}`, { _csrf, version: '1' })
      assert.equal(answer.status, 404, path)
    }
    const lookup = await desk.get(`${RESOURCES}/lookup/locationId?q=`)
    assert.notInclude(lookup.text, 'There')
    assert.equal((await desk.get(`/admin/scheduling/day?location=${there.id}`)).status, 404)

    const moved = await save(desk, `${RESOURCES}/create`, {
      name: 'Smuggled',
      locationId: String(there.id),
    })
    assert.equal(moved.status, 422)
    assert.equal((await desk.get(`${RESOURCES}/${mine.id}`)).status, 200)
  })

  test('ids that are none answer 404', async ({ assert }) => {
    const desk = await atDesk('owner')
    for (const id of ['0', '999999', '99999999999', '-1', '1.5', 'x', '1%20or%201=1']) {
      assert.equal((await desk.get(`${RESOURCES}/${id}`)).status, 404, id)
    }
  })

  test('a page for a record that is not there stands in the panel', async ({ assert }) => {
    const there = await aResource(await aLocation({ name: 'There' }), { name: 'Foreign' })
    const desk = await atDesk('desk', [await aLocation({ name: 'Here' })])
    for (const id of [999_999, there.id]) {
      const { status, text } = await desk.get(`${RESOURCES}/${id}`)
      assert.equal(status, 404)
      assert.include(text, 'data-area="staff"')
      assert.include(text, '<h1>Page not found</h1>')
      assert.include(text, `href="${RESOURCES}"`, 'where to go on')
      assert.notInclude(text, 'Foreign')
    }
  })

  test('an owner invites, limits, promotes and shuts out; the last owner stays', async ({
    assert,
  }) => {
    const here = await aLocation({ name: 'Here' })
    const owner = await atDesk('owner')
    const created = await save(owner, '/admin/accounts/staff/create', {
      firstName: 'Nora',
      lastName: 'Quill',
      email: 'Nora@Example.org',
      role: 'desk',
      locale: 'en',
      'locationIds[]': [String(here.id)],
      kind: 'customer',
      password: 'chosen by somebody else 1',
      disabledAt: '1',
    })
    assert.equal(created.status, 303)
    const nora = await User.findByOrFail('email', 'nora@example.org')
    assert.deepInclude(nora.$attributes, { kind: 'staff', role: 'desk', password: null })
    assert.isNull(nora.disabledAt)

    const person = `/admin/accounts/staff/${nora.id}`
    await owner.submit((await owner.get(`${person}/assign-role`)).form('assign-role'), {
      role: 'manager',
    })
    assert.equal((await nora.refresh()).role, 'manager')
    await owner.submit((await owner.get(`${person}/disable`)).form('disable'))
    assert.isNotNull((await nora.refresh()).disabledAt)

    const [self] = await User.query().where('role', 'owner')
    const page = await owner.get(`/admin/accounts/staff/${self.id}/assign-role`)
    const kept = await owner.follow(await owner.submit(page.form('assign-role'), { role: 'desk' }))
    assert.include(kept.text, 'the last owner with access')
  })

  test('customers are no staff, also by their id', async ({ assert }) => {
    const customer = await someStaff({ kind: 'customer', role: null })
    const owner = await atDesk('owner')
    assert.equal((await owner.get(`/admin/accounts/staff/${customer.id}`)).status, 404)
  })
})

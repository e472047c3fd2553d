import { test } from '@japa/runner'
import { can, User } from '#core/accounts'
import { auditTrailOf } from '#core/audit'
import { StaffRole } from '#app/accounts/models/staff_role'
import { someStaff, signedIn } from '#tests/accounts/people'
import { atDesk, HOSTILE, isClean, save } from '#tests/admin/desk'
import { freshDatabase } from '#tests/kit/database'
import type { HttpClient } from '#tests/kit/http'
import { aLocation } from '#tests/scheduling/planner'

const ROLES = '/admin/accounts/roles'
const STAFF = '/admin/accounts/staff'

const roleOf = (key: string) => StaffRole.findByOrFail('key', key)
const pageOf = async (key: string) => `${ROLES}/${(await roleOf(key)).id}`

/** Somebody with a made-up role that holds exactly this. */
async function withRole(...ids: string[]): Promise<HttpClient> {
  const permissions = Object.fromEntries(['admin.view', ...ids].map((id) => [id, true]))
  const key = `made-${ids.length}`
  const role = { key, name: { en: 'Made up' }, requiresTwoFactor: false }
  await StaffRole.updateOrCreate({ key }, { ...role, permissions })
  return signedIn(await someStaff({ role: key }))
}

async function boxesOf(client: HttpClient, page: string): Promise<string[]> {
  const forms = (await client.get(page)).forms()
  const ticked = forms.find(({ fields }) => 'permissions[]' in fields)?.fields['permissions[]']
  return [ticked ?? []].flat()
}

test.group('The role editor', (group) => {
  group.each.setup(() => freshDatabase())

  test('the first roles say of no day that they were changed on it', async ({ assert }) => {
    const list = await (await atDesk('owner')).get(ROLES)
    assert.include(list.text, '>Front desk<')
    assert.notInclude(list.text, '1970')
  })

  test('P4 an owner refuses and grants; the trail has before and after', async ({ assert }) => {
    const owner = await atDesk('owner')
    const page = await pageOf('desk')
    const before = await boxesOf(owner, `${page}/edit`)
    assert.includeMembers(before, ['admin.view', 'booking.manage'])
    const wanted = [...before.filter((id) => id !== 'booking.manage'), 'jobs.view']
    const saved = await save(owner, `${page}/edit`, { 'permissions[]': wanted })
    assert.equal(saved.status, 303)

    const role = await roleOf('desk')
    assert.deepInclude(role.permissions, {
      'jobs.view': true,
      'booking.manage': false,
      'audit.view': false,
    })
    const person = await User.find((await someStaff({ role: 'desk' })).id)
    assert.deepEqual(
      [await can(person, 'jobs.view'), await can(person, 'booking.manage')],
      [true, false]
    )
    const [line] = await auditTrailOf('accounts.role', role.id)
    assert.deepEqual(line.fields, ['permissions'])
    const [held, holds] = line.changes.permissions as [string[], string[]]
    assert.sameMembers(held, before)
    assert.sameMembers(holds, wanted)
    assert.include((await owner.get(`/admin/audit/entries/${line.id}`)).text, 'See background jobs')
  })

  test('a new role is refused everything but what is ticked', async ({ assert }) => {
    const owner = await atDesk('owner')
    const made = await save(owner, `${ROLES}/create`, {
      'name[en]': 'Reception desk & café',
      'permissions[]': ['admin.view', 'nobody.declared.this'],
    })
    assert.equal(made.status, 303)
    const role = await roleOf('reception-des')
    assert.isTrue(role.permissions['admin.view'])
    assert.notProperty(role.permissions, 'nobody.declared.this')
    const granted = Object.values(role.permissions).filter((isGranted) => isGranted)
    assert.lengthOf(granted, 1)
    const form = await owner.get(`${STAFF}/create`)
    assert.include(form.text, 'Reception desk &amp; café')
  })

  test('a new role is one of those that the list of staff is filtered by', async ({ assert }) => {
    const role = { key: 'made', name: { en: 'Night shift' }, requiresTwoFactor: false }
    await StaffRole.create({ ...role, permissions: {} })
    await someStaff({ role: 'made', lastName: 'Nightly' })
    const page = await (await atDesk('owner')).get(`${STAFF}?role=made`)
    assert.include(page.text, 'Role is Night shift')
    assert.equal(page.text.match(/class="table__link"/g)?.length, 1)
    assert.include(page.text, 'Nightly')
  })

  test('a copy holds what its model holds, and goes again while nobody has it', async ({
    assert,
  }) => {
    const owner = await atDesk('owner')
    const page = await pageOf('manager')
    const form = (await owner.get(`${page}/copy`)).form('copy')
    await owner.submit(form, { 'name[en]': 'Deputy' })
    const copy = await roleOf('deputy')
    assert.sameMembers(
      await boxesOf(owner, `${ROLES}/${copy.id}/edit`),
      await boxesOf(owner, `${page}/edit`)
    )
    const person = await someStaff({ role: 'deputy' })
    const remove = async () => {
      const asked = await owner.get(`${ROLES}/${copy.id}/remove`)
      return owner.follow(await owner.submit(asked.form('remove')))
    }
    assert.include((await remove()).text, 'somebody still has this role')
    await person.merge({ role: 'desk' }).save()
    await remove()
    assert.isNull(await StaffRole.findBy('key', 'deputy'))
    assert.equal((await owner.get(`${page}/remove`)).status, 409)
  })

  test('the owner’s role cannot lose anything', async ({ assert }) => {
    const owner = await atDesk('owner')
    const page = await pageOf('owner')
    await save(owner, `${page}/edit`, { 'permissions[]': [], 'name[en]': 'Head' })
    const role = await roleOf('owner')
    assert.equal(role.name.en, 'Head')
    assert.deepEqual(role.permissions, {})
    assert.equal((await owner.get(ROLES)).status, 200)
  })

  test('nobody grants what they do not hold: the boxes are locked, and a forged form too', async ({
    assert,
  }) => {
    const editor = await withRole('accounts.roles', 'jobs.view')
    const made = await save(editor, `${ROLES}/create`, {
      'name[en]': 'Forged',
      'permissions[]': ['jobs.view', 'settings.manage', 'accounts.manage'],
    })
    assert.equal(made.status, 303)
    const { permissions } = await roleOf('forged')
    assert.isTrue(permissions['jobs.view'])
    assert.notProperty(permissions, 'settings.manage')
    assert.notProperty(permissions, 'accounts.manage')

    const text = (await editor.get(`${ROLES}/create`)).text
    assert.match(text, /value="settings\.manage" [^>]*disabled/)
    const strange = await save(editor, `${await pageOf('manager')}/edit`, { 'permissions[]': [] })
    assert.equal(strange.status, 422)
    assert.deepEqual((await roleOf('manager')).permissions, {})
    const asked = await editor.get(`${await pageOf('owner')}/copy`)
    await editor.submit(asked.form('copy'), { 'name[en]': 'Twin' })
    assert.isNull(await StaffRole.findBy('key', 'twin'))
  })

  test('nobody locks themselves out of the editor', async ({ assert }) => {
    const editor = await withRole('accounts.roles')
    const page = `${await pageOf('made-1')}/edit`
    for (const left of [[], ['admin.view'], ['accounts.roles']]) {
      const answer = await save(editor, page, { 'permissions[]': left })
      assert.equal(answer.status, 422, left.join())
      assert.include(answer.text, 'This is your own role')
    }
    assert.equal((await editor.get(ROLES)).status, 200)
  })

  test('staff managers give, change and shut no more than they hold', async ({ assert }) => {
    const manager = await withRole('accounts.manage')
    const self = await User.findByOrFail('role', 'made-1')
    const owner = await someStaff({ role: 'owner' })
    await someStaff({ role: 'owner' })
    const desk = await someStaff({ role: 'made-1' })
    const fields = { firstName: 'Ivo', lastName: 'Kern', locale: 'en', email: 'ivo@example.org' }
    const made = await save(manager, `${STAFF}/create`, { ...fields, role: 'owner' })
    assert.equal(made.status, 422)
    assert.include(made.text, 'more permissions than you hold')
    const stolen = await save(manager, `${STAFF}/${owner.id}/edit`, { email: 'mine@example.org' })
    assert.equal(stolen.status, 422)
    for (const [id, action, values] of [
      [owner.id, 'disable', {}],
      [owner.id, 'assign-role', { role: 'made-1' }],
      [desk.id, 'assign-role', { role: 'owner' }],
      [self.id, 'assign-role', { role: 'desk' }],
      [self.id, 'disable', {}],
    ] as const) {
      const page = await manager.get(`${STAFF}/${id}/${action}`)
      const said = await manager.follow(await manager.submit(page.form(action), values))
      assert.include(said.text, 'Not possible', `${id} ${action}`)
    }
    const roles = [owner, desk, self].map(async (one) => (await one.refresh()).role)
    assert.deepEqual(await Promise.all(roles), ['owner', 'made-1', 'made-1'])
    assert.equal(
      (await save(manager, `${STAFF}/${desk.id}/edit`, { firstName: 'Ira' })).status,
      303
    )
  })

  test('who is limited to a location gives no other, nor all of them', async ({ assert }) => {
    const [here, there] = [await aLocation({ name: 'Here' }), await aLocation({ name: 'There' })]
    const owner = await atDesk('owner', [here])
    const self = await User.findByOrFail('role', 'owner')
    const lifted = await save(owner, `${STAFF}/${self.id}/edit`, { 'locationIds[]': [] })
    assert.equal(lifted.status, 422)
    const foreign = await atDesk('desk', [there])
    assert.equal((await foreign.get(STAFF)).status, 403)
    const stranger = await User.findByOrFail('role', 'desk')
    assert.equal((await owner.get(`${STAFF}/${stranger.id}`)).status, 404)
  })

  test('hostile names are shown as they were written', async ({ assert }) => {
    const owner = await atDesk('owner')
    const name = { 'name[en]': HOSTILE.slice(0, 60), 'permissions[]': [HOSTILE] }
    assert.equal((await save(owner, `${ROLES}/create`, name)).status, 303)
    for (const page of [ROLES, `${STAFF}/create`])
      assert.isTrue(isClean(await owner.get(page)), page)
    const odd = await save(owner, `${ROLES}/create`, { ...name, 'permissions[x][y]': 'z' })
    assert.isBelow(odd.status, 500)
  })
})

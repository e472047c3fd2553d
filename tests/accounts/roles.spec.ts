import { test } from '@japa/runner'
import { can, permissionsOf, requiresTwoFactor, ROLES, User } from '#core/accounts'
import { clock, registry } from '#core/platform'
import { StaffRole } from '#app/accounts/models/staff_role'
import { forgetRoles } from '#app/accounts/queries/roles'
import { signedIn, someCustomer, someStaff } from '#tests/accounts/people'
import { statementsOf } from '#tests/kit/statements'
import { freshDatabase } from '#tests/kit/database'

const ALL = () => registry.all('permissions').flatMap(({ value }) => value)

/** As a request finds them, with what the database filled in. */
const staffWith = async (role: string) => (await someStaff({ role })).refresh()

async function decide(key: string, permissions: Record<string, boolean>) {
  await StaffRole.query()
    .where('key', key)
    .update({ permissions: JSON.stringify(permissions) })
}

test.group('Roles as rows', (group) => {
  group.each.setup(() => freshDatabase())

  test('P4 three roles are there from the start and hold what is suggested for them', async ({
    assert,
  }) => {
    const rows = await StaffRole.query().orderBy('id')
    assert.deepEqual(
      rows.map(({ key }) => key),
      [...ROLES]
    )
    for (const { key, name } of rows) {
      assert.lengthOf(Object.keys(name), 8, key)
      const held = await permissionsOf(await staffWith(key))
      const suggested = ALL().filter(({ roles }) => (roles as readonly string[]).includes(key))
      const expected = key === 'owner' ? ALL() : suggested
      assert.sameMembers(
        [...held],
        expected.map(({ id }) => id)
      )
    }
  })

  test('a permission that a plugin brings later joins the suggested roles, unless decided', async ({
    assert,
    cleanup,
  }) => {
    await decide('desk', { 'late.refused': false })
    await decide('manager', { 'late.granted': true })
    const late = [
      { id: 'late.suggested', roles: ['desk'] as const },
      { id: 'late.refused', roles: ['desk'] as const },
      { id: 'late.granted', roles: [] },
    ]
    registry.modules.push({ id: 'late', permissions: late as never })
    cleanup(() => void registry.modules.pop())
    forgetRoles()
    const held = async (role: string) =>
      [...(await permissionsOf(await staffWith(role)))].filter((id) => id.startsWith('late.'))
    assert.deepEqual(await held('desk'), ['late.suggested'])
    assert.deepEqual(await held('manager'), ['late.granted'])
    assert.deepEqual(
      await held('owner'),
      late.map(({ id }) => id)
    )
  })

  test('another process follows a changed role within 500 ms', async ({ assert, cleanup }) => {
    cleanup(() => clock.restore())
    const started = clock.now()
    clock.freeze(started)
    const { id } = await someStaff({ role: 'desk' })
    const holds = async () => can(await User.find(id), 'jobs.view')
    assert.isFalse(await holds())
    await decide('desk', { 'jobs.view': true })
    clock.freeze(started + 499)
    assert.isFalse(await holds())
    clock.freeze(started + 500)
    assert.isTrue(await holds())
  })

  test('a role that is gone grants nothing', async ({ assert }) => {
    const left = await staffWith('vanished')
    assert.equal((await permissionsOf(left)).size, 0)
    assert.equal((await (await signedIn(left)).get('/admin')).status, 403)
  })

  test('asking for roles costs a warm page no statement', async ({ assert, cleanup }) => {
    cleanup(() => clock.restore())
    clock.freeze(clock.now())
    const [first, second] = [await staffWith('owner'), await staffWith('desk')]
    assert.isAbove((await permissionsOf(first)).size, 5)
    assert.lengthOf(await statementsOf(() => permissionsOf(second)), 0)
  })

  test('who must sign in with a second factor', async ({ assert }) => {
    for (const [role, expected] of [
      ['owner', true],
      ['manager', true],
      ['desk', false],
      [null, false],
    ] as const) {
      assert.equal(await requiresTwoFactor(await someStaff({ role })), expected, String(role))
    }
    assert.isFalse(await requiresTwoFactor(await someCustomer({ role: 'owner' })))
  })
})

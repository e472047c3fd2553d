import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import {
  allPermissions,
  assertVisible,
  can,
  guardAccount,
  guardStaff,
  mayVisit,
  permissionsOf,
  ROLES,
  visibleLocationIds,
} from '#core/accounts'
import { clock } from '#core/platform'
import { signedIn, someCustomer, someStaff } from '#tests/accounts/people'
import { freshDatabase } from '#tests/kit/database'
import { addProbe } from '#tests/kit/probes'
import { visitor } from '#tests/web/visitor'

addProbe({
  name: 'accounts.staff',
  method: 'GET',
  pattern: '/probe/accounts/staff/:permission',
  handler: async (ctx) => {
    await guardStaff(ctx, ctx.params.permission)
    return 'inside'
  },
})
addProbe({
  name: 'accounts.account',
  method: 'GET',
  pattern: '/probe/accounts/account',
  handler: async (ctx) => {
    await guardAccount(ctx)
    return 'inside'
  },
})

const open = async (client: ReturnType<typeof visitor>, permission: string) =>
  (await client.get(`/probe/accounts/staff/${permission}`)).status

test.group('Roles and permissions', (group) => {
  group.each.setup(() => freshDatabase())

  test('matrix: each role reaches what was declared for it and nothing else', async ({
    assert,
  }) => {
    const permissions = await allPermissions()
    assert.isAbove(permissions.length, 5)
    const actors = {
      visitor: visitor(),
      customer: await signedIn(await someCustomer()),
      'no role': await signedIn(await someStaff()),
      owner: await signedIn(await someStaff({ role: 'owner' })),
      manager: await signedIn(await someStaff({ role: 'manager' })),
      desk: await signedIn(await someStaff({ role: 'desk' })),
    }
    for (const { id, roles } of permissions) {
      for (const [actor, client] of Object.entries(actors)) {
        const isGranted = (roles as readonly string[]).includes(actor)
        const expected = actor === 'visitor' ? 303 : isGranted ? 200 : 403
        assert.equal(await open(client, id), expected, `${id} for ${actor}`)
      }
    }
  })

  test('a permission that nobody declared is denied, to owners too', async ({ assert }) => {
    const owner = await someStaff({ role: 'owner' })
    const client = await signedIn(owner)
    for (const permission of ['unknown.permission', 'constructor', '__proto__', 'accounts.']) {
      assert.equal(await open(client, permission), 403, permission)
      assert.isFalse(await can(owner, permission))
    }
    assert.isFalse(await can(null, 'accounts.manage'))
  })

  test('a customer with a role left over, and a disabled owner, hold nothing', async ({
    assert,
  }) => {
    const customer = await someCustomer({ role: 'owner' })
    assert.equal((await permissionsOf(customer)).size, 0)
    const owner = await someStaff({ role: 'owner' })
    owner.disabledAt = clock.now()
    assert.equal((await permissionsOf(owner)).size, 0)
  })

  test('the account area takes anyone who is signed in and is never cached', async ({ assert }) => {
    const path = '/probe/accounts/account'
    assert.equal((await visitor().get(path)).location, `/sign-in?next=${encodeURIComponent(path)}`)
    for (const user of [await someCustomer(), await someStaff()]) {
      const page = await (await signedIn(user)).get(path)
      assert.equal(page.text, 'inside')
      assert.equal(page.headers.get('cache-control'), 'no-store')
    }
  })

  test('programs get a code instead of a page', async ({ assert }) => {
    const answer = await visitor().get('/account', { accept: 'application/json' })
    assert.equal(answer.status, 401)
    assert.equal(JSON.parse(answer.text).error, 'E_SIGN_IN_REQUIRED')
  })

  test('without limits staff see every location, with them only theirs, customers none', async ({
    assert,
  }) => {
    const [everywhere, here] = [
      await someStaff({ role: 'desk' }),
      await someStaff({ role: 'desk' }),
    ]
    await db
      .insertQuery()
      .table('accounts_user_locations')
      .insert({ user_id: here.id, location_id: 7 })
    assert.isNull(await visibleLocationIds(everywhere))
    assert.deepEqual(await visibleLocationIds(here), [7])
    assert.deepEqual(await visibleLocationIds(await someCustomer({ role: 'owner' })), [])
    assert.isTrue(await mayVisit(everywhere, 8))
    assert.isTrue(await mayVisit(here, 7))
    assert.isFalse(await mayVisit(here, 8))
    await assert.rejects(() => assertVisible(here, 8), 'No such record for this user')
  })

  test('the three roles are owner, manager, desk', ({ assert }) => {
    assert.deepEqual([...ROLES], ['owner', 'manager', 'desk'])
  })
})

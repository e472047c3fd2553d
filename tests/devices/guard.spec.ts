import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { clock } from '#core/platform'
import { signedIn, someStaff } from '#tests/accounts/people'
import {
  aPairedDevice,
  cookieOf,
  KIOSK,
  KIOSK_PAGE,
  SCREEN_PAGE,
  withKinds,
  withoutTheirPlugin,
} from '#tests/devices/devices'
import { freshDatabase } from '#tests/kit/database'
import { raw, visitor } from '#tests/web/visitor'

const DAY = 24 * 3600_000

test.group('Pages of devices', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(() => withKinds())

  test('a paired device opens the pages of its kind, and learns who it is', async ({ assert }) => {
    const { device, cookie } = await aPairedDevice({ subjectId: 7, name: 'Hall' })
    const answer = await visitor().get(SCREEN_PAGE, { cookie })
    assert.equal(answer.status, 200)
    assert.deepEqual(JSON.parse(answer.text), device.asDevice())
    assert.equal(answer.headers.get('cache-control'), 'no-store')
    assert.deepEqual(answer.headers.getSetCookie(), [])
  })

  test('a page of another kind is 403', async ({ assert }) => {
    const { cookie } = await aPairedDevice({ kind: KIOSK })
    assert.equal((await visitor().get(SCREEN_PAGE, { cookie })).status, 403)
    assert.equal((await visitor().get(KIOSK_PAGE, { cookie })).status, 200)
  })

  test('without a secret, with a wrong and with a revoked one it is 401', async ({ assert }) => {
    const { device, cookie } = await aPairedDevice()
    await device.delete()
    for (const header of [
      '',
      cookieOf('x'),
      cookieOf(''),
      cookie,
      cookieOf('%00'),
      cookieOf('é'),
    ]) {
      const answer = await visitor().get(SCREEN_PAGE, { cookie: encodeURI(header) })
      assert.equal(answer.status, 401, header)
      assert.isNull(answer.location)
    }
  })

  test('who is signed in as staff is no device, and a device is not staff', async ({ assert }) => {
    const staff = await signedIn(await someStaff({ role: 'owner' }))
    assert.equal((await staff.get(SCREEN_PAGE)).status, 401)
    const { cookie } = await aPairedDevice()
    for (const page of ['/admin', '/account'])
      assert.match((await visitor().get(page, { cookie })).location!, /^\/sign-in/)
  })

  test('a form of a device must come from our own page', async ({ assert }) => {
    const { cookie } = await aPairedDevice({ kind: KIOSK })
    assert.equal((await visitor().post(KIOSK_PAGE, {}, { cookie })).status, 200)
    const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
    assert.equal((await visitor().post(KIOSK_PAGE, {}, { cookie, ...foreign })).status, 403)
    assert.equal((await visitor().post(KIOSK_PAGE, {})).status, 401)
  })

  test('while its plugin is disabled there is no such page', async ({ assert, cleanup }) => {
    const { cookie } = await aPairedDevice()
    cleanup(withoutTheirPlugin())
    assert.equal((await visitor().get(SCREEN_PAGE, { cookie })).status, 404)
  })

  test('the cookie begins anew once a day, for 400 days', async ({ assert }) => {
    const { token, cookie } = await aPairedDevice()
    clock.freeze(clock.now() + DAY)
    const [line] = (await visitor().get(SCREEN_PAGE, { cookie })).headers.getSetCookie()
    const [pair, ...flags] = line.split('; ')
    assert.equal(pair, cookieOf(token))
    assert.sameMembers(flags, ['Max-Age=34560000', 'Path=/', 'HttpOnly', 'SameSite=Lax'])
    assert.isEmpty((await visitor().get(SCREEN_PAGE, { cookie })).headers.getSetCookie())
  })

  test('it is noted at most once a minute when a device was seen', async ({ assert }) => {
    const { device, cookie } = await aPairedDevice()
    const began = device.lastSeenAt
    for (const [after, seen] of [
      [59_000, 0],
      [60_000, 60_000],
      [110_000, 60_000],
    ]) {
      clock.freeze(began + after)
      await visitor().get(SCREEN_PAGE, { cookie })
      await device.refresh()
      assert.equal(device.lastSeenAt - began, seen)
    }
  })

  test('no session is begun, and the secret stands nowhere in the database', async ({ assert }) => {
    const { token, cookie } = await aPairedDevice()
    await raw({ path: SCREEN_PAGE, headers: { cookie } })
    assert.isEmpty(await db.from('accounts_sessions'))
    assert.notInclude(JSON.stringify(await db.from('devices_devices')), token)
  })
})

import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { clock, hashToken, SYSTEM } from '#core/platform'
import { pairDevice } from '#app/devices/actions/pair_device'
import { Purge } from '#app/devices/jobs/purge'
import { PairedDevice } from '#app/devices/models/paired_device'
import {
  aPairedDevice,
  aWaitingDevice,
  cookieOf,
  KIOSK,
  KIOSK_PAGE,
  SCREEN,
  SCREEN_PAGE,
  withKinds,
  withoutTheirPlugin,
} from '#tests/devices/devices'
import { freshDatabase } from '#tests/kit/database'
import { aLocation } from '#tests/scheduling/planner'
import { visitor } from '#tests/web/visitor'

const MINUTE = 60_000

async function pair(code: string, kind = SCREEN) {
  const { id: locationId } = await aLocation()
  return pairDevice({ code, kind, subjectId: 1, locationId, name: 'Hall', actor: SYSTEM })
}

test.group('Pairing a device', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(() => withKinds())

  test('a look at the page begins nothing', async ({ assert }) => {
    const client = visitor()
    const page = await client.get('/device')
    assert.equal(page.status, 200)
    assert.isNull(page.headers.get('refresh'))
    assert.isEmpty(page.headers.getSetCookie())
    assert.isEmpty(await db.from('devices_pairings'))
    assert.equal(page.form('/device/pairings').method, 'POST')
  })

  test('it waits under a code that looks again by itself, until staff have typed it', async ({
    assert,
  }) => {
    const { client, token, code, page } = await aWaitingDevice()
    assert.equal(page.headers.get('refresh'), '5')
    assert.equal(page.headers.get('cache-control'), 'no-store')
    const [waiting] = await db.from('devices_pairings')
    assert.equal(waiting.token_hash, hashToken(token))
    assert.equal(waiting.code_hash, hashToken(code))
    assert.notInclude(JSON.stringify(waiting), token)

    assert.isTrue((await pair(code)).ok)
    const answer = await client.get('/device')
    assert.equal(answer.status, 303)
    assert.equal(answer.location, SCREEN_PAGE)
    assert.equal((await client.follow(answer)).status, 200)
    assert.isEmpty(await db.from('devices_pairings'))
  })

  test('the cookie is kept from scripts and strangers, and holds 256 random bits', async ({
    assert,
  }) => {
    const answer = await visitor().post('/device/pairings', {})
    const [line] = answer.headers.getSetCookie()
    const [pair, ...flags] = line.split('; ')
    assert.match(pair, /^sportello_device=[\w-]{43}$/)
    assert.sameMembers(flags, ['Max-Age=34560000', 'Path=/', 'HttpOnly', 'SameSite=Lax'])
  })

  test('each kind begins with its own page, and rests while its plugin is disabled', async ({
    assert,
    cleanup,
  }) => {
    const { cookie } = await aPairedDevice({ kind: KIOSK })
    assert.equal((await visitor().get('/device', { cookie })).location, KIOSK_PAGE)
    cleanup(withoutTheirPlugin())
    const page = await visitor().get('/device', { cookie })
    assert.equal(page.status, 200)
    assert.equal(page.headers.get('refresh'), '30')
    assert.include(page.text, 'This device is connected')
  })

  test('after ten minutes the code is void, and the device offers a new one', async ({
    assert,
  }) => {
    const { client, code } = await aWaitingDevice()
    clock.freeze(clock.now() + 10 * MINUTE)
    assert.deepEqual(await pair(code), { ok: false, reason: 'expired_code' })
    const page = await client.get('/device')
    assert.include(page.text, 'The code has expired')
    assert.isNull(page.headers.get('refresh'))
    await client.submit(page.form('/device/pairings'))
    const [waiting, ...others] = await db.from('devices_pairings')
    assert.isEmpty(others)
    assert.notEqual(waiting.code_hash, hashToken(code))
  })

  test('a code serves once, however many type it at the same moment', async ({ assert }) => {
    const { code } = await aWaitingDevice()
    const results = await Promise.all([pair(code), pair(code), pair(code)])
    assert.lengthOf(
      results.filter(({ ok }) => ok),
      1
    )
    assert.deepEqual(await pair(code), { ok: false, reason: 'unknown_code' })
    assert.lengthOf(await PairedDevice.all(), 1)
  })

  test('a paired device stays what it is when an old form is sent again', async ({ assert }) => {
    const { cookie } = await aPairedDevice()
    const answer = await visitor().post('/device/pairings', {}, { cookie })
    assert.equal(answer.location, '/device')
    assert.isEmpty(answer.headers.getSetCookie())
    assert.isEmpty(await db.from('devices_pairings'))
  })

  test('a secret of nobody begins anew', async ({ assert }) => {
    const page = await visitor().get('/device', { cookie: cookieOf('x') })
    assert.equal(page.status, 200)
    assert.include(page.text, 'Connect this device')
  })

  test('one address pairs dozens of devices, and is then asked to wait', async ({ assert }) => {
    const address = '203.0.113.77'
    const post = async () => (await visitor({ address }).post('/device/pairings', {})).status
    for (let n = 0; n < 60; n++) assert.equal(await post(), 303)
    assert.equal(await post(), 429)
  })

  test('codes that nobody typed are forgotten an hour later', async ({ assert }) => {
    await aWaitingDevice()
    clock.freeze(clock.now() + MINUTE)
    const { token } = await aWaitingDevice()
    clock.freeze(clock.now() + 69 * MINUTE)
    await Purge.handle({}, { attempt: 1 })
    const left = await db.from('devices_pairings').select('token_hash')
    assert.deepEqual(left, [{ token_hash: hashToken(token) }])
  })
})

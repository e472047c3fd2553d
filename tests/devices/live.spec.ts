import { test } from '@japa/runner'
import { defineChannel } from '#core/live'
import { clock } from '#core/platform'
import { signedIn, someStaff } from '#tests/accounts/people'
import { aPairedDevice, cookieOf, KIOSK, SCREEN } from '#tests/devices/devices'
import { eventually } from '#tests/jobs/processes'
import { withModule } from '#tests/jobs/kit'
import { freshDatabase } from '#tests/kit/database'
import { attachLive, openPage } from '#tests/live/pages'

const BOARD = 'testing.device_board'

const board = defineChannel({
  id: BOARD,
  authorise: (user, { screen }, device) =>
    user?.isStaff === true || (device?.kind === SCREEN && String(device.subjectId) === screen),
  state: () => ({ called: 'A001' }),
})

test.group('Sockets of devices', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(() => withModule('testing', { channels: [board] }))
  group.each.setup(() => attachLive())

  test('Q6 a screen follows what its channel allows, and nothing else', async ({ assert }) => {
    const { cookie } = await aPairedDevice({ subjectId: 7 })
    const page = await openPage({ cookie })
    page.subscribe(`${BOARD}?screen=7`)
    assert.deepEqual((await page.next(1)).state, { called: 'A001' })
    page.subscribe(`${BOARD}?screen=8`)
    assert.equal((await page.next(2)).error, 'refused')
  })

  test('another kind, a wrong secret and a revoked one are refused', async ({ assert }) => {
    const revoked = await aPairedDevice({ subjectId: 7 })
    await revoked.device.delete()
    const kiosk = await aPairedDevice({ subjectId: 7, kind: KIOSK })
    for (const cookie of [undefined, cookieOf('x'), revoked.cookie, kiosk.cookie]) {
      const page = await openPage({ cookie })
      page.subscribe(`${BOARD}?screen=7`)
      assert.equal((await page.next(1)).error, 'refused', cookie)
    }
  })

  test('a revoked device is cut off within 5 s, and no other one', async ({ assert }) => {
    const { device, cookie } = await aPairedDevice()
    const page = await openPage({ cookie })
    const other = await openPage({ cookie: (await aPairedDevice()).cookie })
    await device.delete()
    assert.equal(await page.closed(5_000), 4403)
    assert.isNull(other.closeCode)
  })

  test('a device that shows something else now follows the old no longer', async ({ assert }) => {
    const { device, cookie } = await aPairedDevice({ subjectId: 7 })
    const page = await openPage({ cookie })
    page.subscribe(`${BOARD}?screen=7`)
    await page.next(1)
    await device.merge({ subjectId: 8 }).save()
    assert.deepEqual(await page.next(2), { channel: `${BOARD}?screen=7`, error: 'refused' })
    assert.isNull(page.closeCode)
  })

  test('a device is seen as long as a socket of it is open', async ({ assert }) => {
    const { device, cookie } = await aPairedDevice()
    await device.merge({ lastSeenAt: clock.now() - 600_000 }).save()
    await openPage({ cookie })
    await eventually(async () => {
      await device.refresh()
      return device.lastSeenAt > clock.now() - 10_000
    }, 5_000)
    assert.isAbove(device.lastSeenAt, clock.now() - 10_000)
  })

  test('a screen goes on when whoever set it up there signs out', async ({ assert }) => {
    const client = await signedIn(await someStaff({ role: 'desk' }))
    const { cookie } = await aPairedDevice({ subjectId: 7 })
    const page = await openPage({ cookie: `sportello=${client.cookie('sportello')}; ${cookie}` })
    page.subscribe(`${BOARD}?screen=7`)
    page.subscribe(`${BOARD}?screen=8`)
    await page.next(2)
    await client.submit((await client.get('/account')).form('/sign-out'))
    assert.deepEqual(await page.next(3), { channel: `${BOARD}?screen=8`, error: 'refused' })
    assert.isNull(page.closeCode)
  })

  test('50 screens share an address, and each device has 10 sockets', async ({ assert }) => {
    const devices = await Promise.all(Array.from({ length: 50 }, () => aPairedDevice()))
    const pages = await Promise.all(devices.map(({ cookie }) => openPage({ cookie })))
    assert.lengthOf(pages, 50)
    await openPage()
    const { cookie } = devices[0]
    for (let n = 0; n < 9; n++) await openPage({ cookie })
    await assert.rejects(() => openPage({ cookie }), '429')
  })
})

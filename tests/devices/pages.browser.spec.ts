import { test } from '@japa/runner'
import { faultsOf } from '#tests/kit/accessibility'
import { onward, openVisitor, type Visitor } from '#tests/kit/browser'
import { startServer, type TestServer } from '#tests/kit/servers'

const SCREENS = [
  [1280, 'light'],
  [320, 'dark'],
] as const

test.group('Pairing a device in a browser', (group) => {
  let server: TestServer

  group.setup(async () => {
    server = await startServer()
    await server.query(
      `insert into organisation_locations (public_id, slug, name, zone, created_at, updated_at)
       values ('pisa', 'pisa', 'Pisa', 'Europe/Rome', 0, 0)`
    )
    return async () => void (await server.stop())
  })

  const connect = ({ page }: Visitor) => onward(page, () => page.locator('main button').click())

  test('every state is accessible and fits', async ({ assert }) => {
    const visitor = await openVisitor({ url: server.url, locale: 'de-DE' })
    const { page } = visitor
    const isFaultless = async (state: string) =>
      assert.deepEqual(await faultsOf(visitor, `device-${state}`, SCREENS), [], state)
    await visitor.open('/device')
    await isFaultless('none')
    await connect(visitor)
    await isFaultless('waiting')
    const code = page.locator('.device-code')
    await code.evaluate((element) => (element.lastChild!.textContent = ' MWMW-WMWM'))
    await isFaultless('the widest code')
    await server.query('update devices_pairings set expires_at = 0')
    await visitor.open('/device')
    assert.equal(await page.locator('.device-code').count(), 0)
    await isFaultless('expired')
    await connect(visitor)
    await server.query(
      `insert into devices_devices (name, kind, subject_id, location_id, token_hash,
         cookie_sent_at, last_seen_at, created_at, updated_at)
       select 'Hall', 'nothing.screen', 1, (select min(id) from organisation_locations),
         token_hash, 0, 0, 0, 0 from devices_pairings where expires_at > 0`
    )
    await visitor.open('/device')
    await isFaultless('resting')
    await visitor.close()
  }).timeout(60_000)

  test('the code can be read from two metres away', async ({ assert }) => {
    const visitor = await openVisitor({ url: server.url, width: 1280 })
    await visitor.open('/device')
    await connect(visitor)
    const size = await visitor.page
      .locator('.device-code')
      .evaluate((code) => Number.parseFloat(getComputedStyle(code).fontSize))
    // Capitals of 2.5 cm on a screen of 96 dots to the inch.
    assert.isAbove(size, 130)
    await visitor.close()
  })

  test('without JavaScript the page looks again by itself', async ({ assert }) => {
    const visitor = await openVisitor({ url: server.url, javaScript: false, locale: 'en-GB' })
    const { page } = visitor
    await visitor.open('/device')
    await connect(visitor)
    await page.locator('.device-code').waitFor()
    await server.query('update devices_pairings set expires_at = 0')
    await page.getByText('The code has expired').waitFor({ timeout: 15_000 })
    assert.equal(await page.locator('.device-code').count(), 0)
    await visitor.close()
  }).timeout(40_000)
})

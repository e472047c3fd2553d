import { test } from '@japa/runner'
import { SYSTEM } from '#core/platform'
import { revokeDevice } from '#app/devices/actions/revoke_device'
import { PairedDevice } from '#app/devices/models/paired_device'
import { eventually } from '#tests/jobs/processes'
import { serverBesideTest } from '#tests/live/server_process'
import { aLine, Desk, Queue } from '#plugins/queue-caller/tests/queue'
import {
  contrasts,
  cutOff,
  forgetAfterwards,
  openScreen,
} from '#plugins/queue-caller/tests/open_screens'
import { aScreen } from '#plugins/queue-caller/tests/screens'

const CURRENT = '[data-slot=current]:not([data-state=none]) [data-part=code]'
const SIZES = [
  [1920, 1080],
  [1280, 720],
  [1080, 1920],
  [390, 844],
] as const

test.group('Screens in a browser', (group) => {
  group.each.setup(() => forgetAfterwards())

  async function house() {
    const { url, port, server } = await serverBesideTest()
    const queue = await Queue.open()
    return {
      url,
      port,
      server,
      queue,
      end: async () => void (server.hasEnded || (await server.kill9())),
    }
  }

  test('Q6 a call stands on the open screen within a second, and beats twice', async ({
    assert,
    cleanup,
  }) => {
    const { url, queue, end } = await house()
    cleanup(end)
    const other = await Desk.open(queue.location, [queue.line])
    for (let n = 0; n < 6; n++) await queue.walkIn()
    const screen = await aScreen(queue.location, { sound: false, locales: ['de', 'es'] })
    const visitor = await openScreen(screen, { url })
    cleanup(() => visitor.close())
    const { page } = visitor
    await page.emulateMedia({ reducedMotion: 'no-preference' })
    await page.waitForTimeout(1_500)
    const took: number[] = []
    for (const [desk, code] of [
      [queue.desk, 'A001'],
      [other, 'A002'],
    ] as const) {
      const began = performance.now()
      await desk.call()
      await page.locator(CURRENT, { hasText: code }).waitFor({ timeout: 5_000 })
      took.push(Math.round(performance.now() - began))
    }
    console.log(`shown ${took.join(' and ')} ms after the call`)
    assert.isBelow(Math.max(...took), 1_000)
    const current = page.locator('[data-slot=current]')
    const motion = () =>
      current.evaluate((element) => {
        const { animationName, animationIterationCount } = getComputedStyle(element)
        return `${animationName} ${animationIterationCount}`
      })
    assert.equal(await motion(), 'queue-screen-beat 2')
    await page.emulateMedia({ reducedMotion: 'reduce' })
    assert.match(await motion(), /^none/)
    await page.waitForTimeout(3_000)
    assert.equal(await current.getAttribute('data-fresh'), 'yes')
    await page.locator('[data-slot=current][data-fresh=no]').waitFor({ timeout: 10_000 })
    assert.equal(
      await page.locator('[data-slot=last] [data-part=code]').first().textContent(),
      'A001'
    )
    assert.deepEqual(visitor.problems(), [])
  }).timeout(90_000)

  test('Q6 a lost connection shows within 20 s, and the truth when it is back', async ({
    assert,
    cleanup,
  }) => {
    const { url, port, queue, server, end } = await house()
    cleanup(end)
    for (let n = 0; n < 3; n++) await queue.walkIn()
    const visitor = await openScreen(await aScreen(queue.location, { sound: false }), { url })
    cleanup(() => visitor.close())
    const { page } = visitor
    const lost = page.locator('.queue-screen__lost')
    await queue.desk.call()
    await page.locator(CURRENT, { hasText: 'A001' }).waitFor()
    assert.isFalse(await lost.isVisible())
    const time = await page.locator('[data-slot=clock]').textContent()
    await server.kill9()
    const died = Date.now()
    await lost.waitFor({ timeout: 20_000 })
    console.log(`no connection shown ${Date.now() - died} ms after the server died`)
    assert.equal(await page.locator(CURRENT).count(), 0)
    assert.equal(await page.locator('[data-slot=as-of]').textContent(), time)
    assert.deepEqual(
      (await contrasts(visitor)).filter(({ ratio }) => ratio < 7),
      []
    )
    await queue.desk.does('start')
    await queue.desk.does('finish')
    await queue.desk.call()
    const { server: next } = await serverBesideTest(port)
    cleanup(async () => void (await next.kill9()))
    await page.locator(CURRENT, { hasText: 'A002' }).waitFor({ timeout: 15_000 })
    assert.isFalse(await lost.isVisible())
  }).timeout(120_000)

  test('Q6 it is read from afar: contrast 7:1, a sixth of the height, nothing cut off', async ({
    assert,
    cleanup,
  }) => {
    const { url, queue, end } = await house()
    cleanup(end)
    const long = await aLine(queue.location, { letter: 'B', firstNumber: 1001, lastNumber: 1999 })
    const desk = await Desk.open(queue.location, [long])
    for (let n = 0; n < 4; n++) await queue.walkIn(n % 2 ? queue.line : long)
    await queue.desk.call()
    await desk.counter.merge({ label: 'Stanowisko 12' }).save()
    await desk.call()
    const notice = { en: 'Please have your documents ready' }
    const faults: Record<string, unknown> = {}
    for (const preset of ['line', 'lines', 'portrait', 'counter'] as const) {
      const counterId = desk.counter.id
      const screen = await aScreen(queue.location, { preset, counterId, notice })
      for (const size of SIZES) {
        const visitor = await openScreen(screen, { url, size })
        const { page } = visitor
        await page.waitForTimeout(700)
        const font = await page.locator(CURRENT).evaluate((element) => {
          return parseFloat(getComputedStyle(element).fontSize) / innerHeight
        })
        const found = {
          pale: (await contrasts(visitor)).filter(({ ratio }) => ratio < 7),
          small: size[0] > 390 && font < 1 / 6 - 0.001 ? font : null,
          cut: await cutOff(visitor),
          axe: await visitor.axe(),
          problems: visitor.problems(),
        }
        if (JSON.stringify(found) !== '{"pale":[],"small":null,"cut":[],"axe":[],"problems":[]}')
          faults[`${preset} ${size.join('×')}`] = found
        await visitor.close()
      }
    }
    assert.deepEqual(faults, {})
  }).timeout(180_000)

  test('without JavaScript a screen asks for its page again and shows who is called', async ({
    assert,
    cleanup,
  }) => {
    const { url, queue, end } = await house()
    cleanup(end)
    await queue.walkIn()
    const screen = await aScreen(queue.location)
    const visitor = await openScreen(screen, { url, javaScript: false })
    cleanup(() => visitor.close())
    assert.equal(await visitor.page.locator(CURRENT).count(), 0)
    assert.isFalse(await visitor.page.locator('.queue-screen__unmute').isVisible())
    await queue.desk.call()
    await visitor.page.locator(CURRENT, { hasText: 'A001' }).waitFor({ timeout: 15_000 })
  }).timeout(60_000)

  test('a revoked screen says that it is not connected any more', async ({ assert, cleanup }) => {
    const { url, queue, end } = await house()
    cleanup(end)
    const visitor = await openScreen(await aScreen(queue.location, { sound: false }), { url })
    cleanup(() => visitor.close())
    await visitor.page.waitForTimeout(1_000)
    await revokeDevice(await PairedDevice.firstOrFail(), SYSTEM)
    await eventually(async () => (await visitor.page.locator('#screen').count()) === 0, 10_000)
    assert.isNotEmpty(await visitor.page.locator('h1').textContent())
  }).timeout(60_000)
})

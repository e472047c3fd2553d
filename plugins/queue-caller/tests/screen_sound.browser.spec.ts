import { test } from '@japa/runner'
import type { Page } from 'playwright-core'
import { PASSWORD, someStaff } from '#tests/accounts/people'
import { eventually } from '#tests/jobs/processes'
import { onward, openVisitor } from '#tests/kit/browser'
import { serverBesideTest } from '#tests/live/server_process'
import { Queue } from '#plugins/queue-caller/tests/queue'
import { forgetAfterwards, openScreen } from '#plugins/queue-caller/tests/open_screens'
import { aScreen } from '#plugins/queue-caller/tests/screens'

type Played = { from: number; to: number }

declare global {
  var played: Played[]
}

/** Notes in the page what is played, and when. */
function listen(page: Page) {
  return page.evaluate(() => {
    globalThis.played = []
    const { start } = AudioBufferSourceNode.prototype
    AudioBufferSourceNode.prototype.start = function (at = 0, offset = 0, length = 0) {
      played.push({ from: at, to: at + length })
      start.call(this, at, offset, length)
    }
  })
}

const heardOn = (page: Page) => page.evaluate(() => globalThis.played)

test.group('Sound of screens in a browser', (group) => {
  group.each.setup(() => forgetAfterwards())

  test('Q6 after one click each new call is said, in every language, one after the other', async ({
    assert,
    cleanup,
  }) => {
    const { url, server } = await serverBesideTest()
    cleanup(async () => void (server.hasEnded || (await server.kill9())))
    const queue = await Queue.open()
    for (let n = 0; n < 3; n++) await queue.walkIn()
    await queue.desk.call()
    const screen = await aScreen(queue.location, { locales: ['de', 'es'] })
    const visitor = await openScreen(screen, { url })
    cleanup(() => visitor.close())
    const { page } = visitor
    await listen(page)
    const muted = page.locator('.queue-screen__muted')
    await muted.waitFor()
    await page.locator('.queue-screen__unmute').click()
    await muted.waitFor({ state: 'hidden' })
    await page.waitForTimeout(1_500)
    assert.deepEqual(await heardOn(page), [], 'what was called before is no news')

    await queue.desk.does('call_again')
    await queue.desk.does('start')
    await queue.desk.does('finish')
    await queue.desk.call()
    // Number, letter, figure, counter and its name, in two languages, after a chime.
    const sounds = 1 + 2 * 5
    await eventually(async () => (await heardOn(page)).length >= sounds, 30_000)
    const heard = await heardOn(page)
    heard.slice(2).forEach(({ from }, at) => assert.isAbove(from, heard[at + 1].to - 0.001))

    const before = heard.length
    await queue.desk.does('call_again')
    await eventually(async () => (await heardOn(page)).length >= before + sounds, 40_000)
    assert.deepEqual(visitor.problems(), [])
  }).timeout(120_000)

  test('staff hear the test tone on the preview, at any width and by keyboard', async ({
    assert,
    cleanup,
  }) => {
    const { url, server } = await serverBesideTest()
    cleanup(async () => void (server.hasEnded || (await server.kill9())))
    const queue = await Queue.open()
    await queue.walkIn()
    const { id } = await aScreen(queue.location)
    const { email } = await someStaff({ role: 'desk' })
    for (const width of [1280, 320]) {
      const visitor = await openVisitor({ url, width })
      cleanup(() => visitor.close())
      const { page } = visitor
      await visitor.open(`/sign-in?next=/admin/queue-caller/screens/${id}/preview`)
      await page.fill('[name=email]', email)
      await page.fill('[name=password]', PASSWORD)
      await onward(page, () => page.keyboard.press('Enter'))
      await listen(page)
      await page.waitForTimeout(1_000)
      assert.deepEqual(await visitor.axe(), [])
      assert.isTrue(await visitor.reflows())
      await visitor.tabTo(page.locator('.queue-stage__bar button'))
      await page.keyboard.press('Enter')
      await eventually(async () => (await heardOn(page)).length === 1, 10_000)
      assert.deepEqual(visitor.problems(), [])
    }
  }).timeout(90_000)
})

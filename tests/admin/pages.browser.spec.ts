import { setTimeout as wait } from 'node:timers/promises'
import { test } from '@japa/runner'
import { demoDesk, type DemoDesk } from '#tests/admin/demo_desk'
import { DAY, ONE_LOCATION, TODAY } from '#tests/admin/panel_pages'
import { onward, openVisitor } from '#tests/kit/browser'

/** Tuesday in the demo's opening hours. */
const NOW = Date.parse('2026-11-24T08:00:00Z')

test.group('Pages of the panel in a browser', (group) => {
  let server: DemoDesk['server']
  let owner: DemoDesk['owner']

  group.setup(async () => {
    ;({ server, owner } = await demoDesk(NOW))
    return async () => void (await server.stop())
  })

  for (const javaScript of [true, false]) {
    const way = javaScript ? 'with' : 'without'
    test(`one location leads back to all by keyboard, ${way} JavaScript`, async ({ assert }) => {
      const desk = await owner({ width: 390, javaScript, address: `10.7.9.${javaScript ? 1 : 2}` })
      const { page } = desk
      for (const [at, status] of ONE_LOCATION) {
        await desk.open('/admin/keys')
        await page.locator('.desk-bar__place summary').click()
        await onward(page, () => page.locator('.desk-bar__place button').nth(1).click())
        assert.equal(await desk.open(at), status, at)
        if (javaScript) assert.deepEqual(await desk.axe(), [], at)
        assert.isTrue(await desk.reflows(), at)
        // A page that is not there says so on the console, too.
        if (status === 200) assert.deepEqual(desk.problems(), [], at)
        await desk.tabTo(page.locator('main button[form=show-all]').first())
        await onward(page, () => page.keyboard.press('Enter'))
        assert.equal(new URL(page.url()).pathname, at.split('?')[0])
        assert.equal(await page.locator('main button[form=show-all]').count(), 0, at)
        desk.problems()
      }
      await desk.close()
    }).timeout(90_000)
  }

  test('B11 an appointment appears on the open day view within 2 s, without a reload', async ({
    assert,
  }) => {
    const desk = await owner()
    await desk.open(DAY)
    const items = desk.page.locator('.admin-day__item')
    const before = await items.count()
    await wait(1500)

    const visitor = await openVisitor({ url: server.url, locale: 'en-GB' })
    await visitor.open('/booking/stuttgart/fitting?day=2026-11-25')
    const began = performance.now()
    await visitor.page.locator('form button[name=starts_at]').first().click()
    await items.nth(before).waitFor({ timeout: 5000 })
    const took = performance.now() - began
    console.log(`    the hold was seen after ${Math.round(took)} ms`)
    assert.isBelow(took, 2000)
    assert.deepEqual(desk.problems(), [])
    await visitor.close()
    await desk.close()
  })

  test('the present time moves on down an open day, and is there without JavaScript', async ({
    assert,
  }) => {
    const still = await owner({ javaScript: false })
    const desk = await owner()
    await desk.page.clock.install()
    // News would bring the page of a server whose clock stands still.
    await desk.page.routeWebSocket('**/live', () => {})
    const markIn = async ({ page }: typeof desk) => {
      const mark = page.locator('.admin-day__mark')
      const { row, tenth } = await mark.evaluate((one) => ({
        row: one.parentElement!.querySelector('.admin-day__clock')!.textContent,
        tenth: one.dataset.tenth,
      }))
      return [await mark.innerText(), row, tenth].map((one) => one!.replace(/\s+/g, ' ').trim())
    }
    for (const visitor of [still, desk]) {
      await visitor.open(TODAY)
      assert.deepEqual(await markIn(visitor), ['Now: 09:00', '09:00', '0'])
    }
    await desk.page.clock.fastForward('01:00:00')
    assert.deepEqual((await markIn(desk)).slice(0, 2), ['Now: 10:00', '10:00'])
    await desk.page.clock.fastForward('14:00:00')
    assert.isFalse(await desk.page.locator('.admin-day__mark').isVisible())
    await still.close()
    await desk.close()
  })

  for (const width of [390, 1280]) {
    test(`places and times of the day stay in sight at ${width} px`, async ({ assert }) => {
      await server.query('update scheduling_resources set units = 12')
      const desk = await owner({ width, address: `10.8.${width % 250}.1` })
      await desk.page.setViewportSize({ width, height: 700 })
      await desk.open(DAY)
      const { before, place, after } = await desk.page.evaluate(() => {
        const frame = document.querySelector('#day-frame')!
        const boxes = () =>
          [frame, frame.querySelector('.admin-day__corner')!].map((one) => {
            const { x, y } = one.getBoundingClientRect()
            return [x, y]
          })
        const before = boxes()
        frame.scrollTo(120, 90)
        return { before, place: [frame.scrollLeft, frame.scrollTop], after: boxes() }
      })
      assert.deepEqual(place, [120, 90])
      assert.deepEqual(after, before)
      assert.isTrue(await desk.reflows())
      const tabs = desk.page.locator('.desk__main > .tabs')
      assert.isTrue(await tabs.evaluate((one) => one.scrollHeight <= one.clientHeight))
      await desk.close()
    })
  }

  test('each of today’s appointments takes three lines on a phone', async ({ assert }) => {
    const desk = await owner({ width: 390 })
    const rows = desk.page.locator('.admin-appointments tbody tr')
    const lines = await rows.evaluateAll((all) =>
      all.map(
        (row) => new Set([...row.children].map((one) => one.getBoundingClientRect().top)).size
      )
    )
    assert.isAbove(lines.length, 0)
    assert.isAtMost(Math.max(...lines), 4, 'three lines and what is done beside them')
    const tall = await rows.evaluateAll((all) => all.map((row) => row.clientHeight))
    assert.isAtMost(Math.max(...tall), 110)
    await desk.close()
  })

  test('menus of filters open on the screen of a tablet', async ({ assert }) => {
    const desk = await owner({ width: 820 })
    await desk.open('/admin/booking/appointments')
    const menu = desk.page.locator('.admin-tools > details')
    await menu.locator('summary').click()
    const { x, width } = (await menu.locator('.admin-tools__choices').boundingBox())!
    assert.isAtLeast(x, 0)
    assert.isAtMost(x + width, 820)
    assert.isTrue(await desk.reflows())
    await desk.close()
  })

  test('news on the day view leaves scroll and focus where they were', async ({ assert }) => {
    const desk = await owner({ width: 390 })
    const { page } = desk
    await page.setViewportSize({ width: 390, height: 700 })
    await desk.open(DAY)
    await wait(1500)
    const href = await page.evaluate(() => {
      const frame = document.querySelector('#day-frame')!
      const link = frame.querySelector('a')!
      link.focus()
      frame.scrollTo(120, 90)
      frame.setAttribute('data-old', 'yes')
      return link.getAttribute('href')
    })
    const visitor = await openVisitor({ url: server.url, locale: 'en-GB' })
    await visitor.open('/booking/stuttgart/fitting?day=2026-11-25')
    await visitor.page.locator('form button[name=starts_at]').last().click()
    await page.locator('#day-frame:not([data-old])').waitFor({ timeout: 5000 })
    const place = await page.evaluate(() => {
      const { scrollLeft, scrollTop } = document.querySelector('#day-frame')!
      return [scrollLeft, scrollTop, document.activeElement!.getAttribute('href')]
    })
    assert.deepEqual(place, [120, 90, href])
    await visitor.close()
    await desk.close()
  })

  test('lists follow their filters at once', async ({ assert }) => {
    const visitor = await owner()
    await visitor.open('/admin/scheduling/services')
    await visitor.page.locator('select[name=active]').selectOption('no')
    await visitor.page.waitForURL('**active=no**')
    await visitor.page.locator('#admin-list .empty').waitFor()
    assert.deepEqual(visitor.problems(), [])
    await visitor.close()
  })
})

import { test } from '@japa/runner'
import type { Page } from 'playwright-core'
import { openVisitor } from '#tests/kit/browser'
import { openFrontDesk, type FrontDesk } from '#tests/journeys/front_desk'

const CALENDAR = '/booking/stuttgart/fitting'

test.group('Times of an open page', (group) => {
  let desk: FrontDesk
  group.setup(async () => {
    desk = await openFrontDesk()
    return () => desk.close()
  })

  /** Coming back to the window makes the page look at once instead of after ten seconds. */
  async function comesBack(page: Page): Promise<void> {
    const answer = page.waitForResponse(/\/times\?/)
    await page.evaluate(() => window.dispatchEvent(new Event('focus')))
    await answer
  }

  for (const [view, slots] of [
    ['/week', '.week__slot'],
    ['', '.time-slot'],
  ]) {
    test(`B11 what others take can no longer be pressed in ${slots}`, async ({
      assert,
      cleanup,
    }) => {
      const visitor = await openVisitor({ url: desk.server.url, locale: 'de-DE' })
      cleanup(() => visitor.close())
      const { page } = visitor
      await visitor.open(`${CALENDAR}${view}`)
      // The demo has three cabins; the last free time of the page may have fewer left.
      const slot = page.locator(slots).last()
      const startsAt = (await slot.getAttribute('value'))!
      const drafts: string[] = []
      for (let other = 1; other <= 3; other++) {
        const client = desk.server.client({ address: `10.7.${slots.length}.${other}` })
        const { location } = await client.post(`${CALENDAR}/choices`, { starts_at: startsAt })
        const draft = new URL(location ?? '/', desk.server.url).searchParams.get('draft')
        if (draft) drafts.push(draft)
      }
      assert.isNotEmpty(drafts)
      await comesBack(page)
      await page.waitForFunction((value) => {
        return document.querySelector<HTMLButtonElement>(`[value="${value}"]`)?.disabled
      }, startsAt)
      assert.equal(
        await page.locator('form [role=status]').first().textContent(),
        'Eine der Zeiten wurde gerade von jemand anderem belegt.'
      )
      assert.isTrue(await page.locator(slots).first().isEnabled())
      assert.deepEqual(await visitor.axe(), [])

      const client = desk.server.client({ address: '10.7.9.9' })
      await client.post(`/booking/drafts/${drafts[0]}/cancellation`, {})
      await comesBack(page)
      await page.waitForFunction((value) => {
        return !document.querySelector<HTMLButtonElement>(`[value="${value}"]`)?.disabled
      }, startsAt)
      assert.deepEqual(visitor.problems(), [])
    }).timeout(120_000)
  }

  test('B3, B4 another day shows its times in place, with the focus on them', async ({
    assert,
    cleanup,
  }) => {
    const visitor = await openVisitor({ url: desk.server.url, locale: 'de-DE' })
    cleanup(() => visitor.close())
    const { page } = visitor
    await visitor.open(CALENDAR)
    const before = await page.locator('#times h2').innerText()
    await page.evaluate(() => (document.documentElement.dataset.stayed = 'yes'))
    await page.locator('a.month__day').last().click()
    await page.waitForFunction((text) => {
      const day = document.querySelector('#times h2')
      return day?.textContent !== text && day === document.activeElement
    }, before)
    assert.equal(await page.locator('html').getAttribute('data-stayed'), 'yes')
    assert.match(page.url(), /day=\d{4}-\d{2}-\d{2}$/)
    assert.deepEqual(visitor.problems(), [])
  }).timeout(60_000)
})

import { test } from '@japa/runner'
import { closeBrowser, openVisitor } from '#tests/kit/browser'
import { GALLERY_PAGES } from '#app/web/dev_ui/gallery'
import { startGallery } from '#tests/ui/gallery_server'

/** Without the page of a mail: axe waits for ever for the frame in which nothing may run. */
const PAGES = ['', ...GALLERY_PAGES.filter((page) => page !== 'mail')]

const SCREENS = (['light', 'dark'] as const).flatMap((theme) =>
  [320, 390, 1280].map((width) => [width, theme] as const)
)

test.group('Components in a browser', (group) => {
  let url = ''

  group.setup(async () => {
    const gallery = await startGallery()
    url = gallery.url
    return async () => {
      await closeBrowser()
      await gallery.stop()
    }
  })

  test('nothing is wrong for axe in any width and theme', async ({ assert }) => {
    const visitor = await openVisitor({ url })
    for (const page of PAGES) {
      await visitor.open(`/${page}`)
      await visitor.page.locator('html[data-script]').waitFor()
      for (const [width, theme] of SCREENS) {
        await visitor.sitAt(width, theme)
        const at = `${page} at ${width} px, ${theme}`
        assert.deepEqual(await visitor.axe(), [], at)
        assert.isTrue(await visitor.reflows(), `${at} needs sideways scrolling`)
      }
      const ours = visitor.problems().filter((problem) => !problem.includes('/captcha'))
      assert.deepEqual(ours, [], page)
    }
    await visitor.close()
  }).timeout(240_000)

  test('the mail is readable for axe in both themes', async ({ assert }) => {
    for (const theme of ['light', 'dark'] as const) {
      const visitor = await openVisitor({ url, width: 390, theme })
      await visitor.open('/mail_sample')
      assert.deepEqual(await visitor.axe(), [], theme)
      await visitor.close()
    }
  })

  test('menus open without JavaScript, and close by Escape with it', async ({ assert }) => {
    const plain = await openVisitor({ url, javaScript: false })
    await plain.open('/done')
    await plain.page.locator('summary').first().click()
    assert.isTrue(await plain.page.getByRole('link', { name: 'Deutsch' }).isVisible())
    await plain.close()

    const visitor = await openVisitor({ url })
    await visitor.open('/done')
    await visitor.tabTo(visitor.page.locator('summary').first())
    await visitor.page.keyboard.press('Enter')
    assert.isTrue(await visitor.page.getByRole('link', { name: 'Deutsch' }).isVisible())
    await visitor.page.keyboard.press('Escape')
    assert.isFalse(await visitor.page.getByRole('link', { name: 'Deutsch' }).isVisible())
    await visitor.close()
  })

  test('B7 the hold counts down, and says so when it has lapsed', async ({ assert }) => {
    const visitor = await openVisitor({ url })
    const { page } = visitor
    await page.clock.install()
    await visitor.open('/picker')
    const bar = page.locator('.choice-bar')
    await bar.getByText('9:41').waitFor()
    await page.clock.fastForward(8 * 60_000)
    await bar.getByText('Less than two minutes are left.').waitFor()
    await page.clock.fastForward(2 * 60_000)
    await bar.getByText('This time is no longer held for you.').waitFor()
    assert.deepEqual(visitor.problems(), [])
    await visitor.close()
  })

  test('the errors take the focus and lead to their fields', async ({ assert }) => {
    const visitor = await openVisitor({ url })
    await visitor.open('/form')
    const { page } = visitor
    await page.locator('.error-summary:focus').waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    assert.isTrue(await page.locator('#email').evaluate((el) => el === document.activeElement))
    await visitor.close()
  })

  test('the navigation of the panel opens on a phone without JavaScript', async ({ assert }) => {
    const visitor = await openVisitor({ url, width: 390, javaScript: false })
    await visitor.open('/desk')
    const link = visitor.page.getByRole('link', { name: 'Opening hours' })
    assert.isFalse(await link.isVisible())
    await visitor.page.getByRole('button', { name: 'Navigation' }).first().click()
    assert.isTrue(await link.isVisible())
    await visitor.close()
  })
})

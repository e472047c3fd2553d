import { test } from '@japa/runner'
import { onward, openVisitor, type Visitor } from '#tests/kit/browser'
import { startServer, type TestServer } from '#tests/kit/servers'

const PATHS = ['/', '/booking', '/contact', '/cookies', '/reading', '/sign-in', '/cookies/settings']
const ways = (visitor: Visitor) => visitor.page.locator('.consent__ways > *')

/** Names of the cookies, keys of both storages, and hosts other than ours that were asked. */
async function left({ context, page }: Visitor, foreign: readonly string[]) {
  const cookies = (await context.cookies()).map(({ name }) => name).sort()
  const storage = await page.evaluate(() => [
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage),
  ])
  return { cookies, storage, foreign }
}

async function walk(visitor: Visitor, url: string) {
  const foreign: string[] = []
  visitor.page.on('request', (request) => {
    if (!request.url().startsWith(url) && /^https?:/.test(request.url()))
      foreign.push(request.url())
  })
  for (const path of PATHS) await visitor.open(path)
  return left(visitor, foreign)
}

const NOTHING = { storage: [], foreign: [] }

test.group('V5 Consent in a browser', (group) => {
  let server: TestServer

  group.setup(async () => {
    server = await startServer({ env: { DEMO: 'on', PLUGINS: undefined } })
    return async () => void (await server.stop())
  })

  for (const javaScript of [true, false]) {
    test(`nothing optional before the choice, after rejecting and after withdrawing, ${
      javaScript ? 'with' : 'without'
    } scripts`, async ({ assert, cleanup }) => {
      const visitor = await openVisitor({ url: server.url, javaScript, locale: 'de' })
      cleanup(() => visitor.close())
      const { page } = visitor
      const settle = (act: () => Promise<unknown>) =>
        javaScript
          ? act().then(() => page.locator('.consent').waitFor({ state: 'detached' }))
          : onward(page, act)
      assert.deepEqual(await walk(visitor, server.url), { cookies: [], ...NOTHING })

      await visitor.open('/contact')
      await settle(() => page.getByRole('button', { name: 'Freiwillige ablehnen' }).click())
      assert.equal(new URL(page.url()).pathname, '/contact')
      assert.equal(await page.locator('.consent').count(), 0)
      assert.deepEqual(await walk(visitor, server.url), { cookies: ['cookie_choice'], ...NOTHING })

      await page.locator('footer a[href="/cookies/settings"]').click()
      await onward(page, () => page.getByRole('button', { name: 'Alle annehmen' }).click())
      const agreed = await walk(visitor, server.url)
      assert.deepEqual(agreed, { cookies: ['cookie_choice', 'visitor'], ...NOTHING })

      await visitor.open('/cookies/settings')
      await onward(page, () => page.getByRole('button', { name: 'Freiwillige ablehnen' }).click())
      assert.deepEqual(await walk(visitor, server.url), { cookies: ['cookie_choice'], ...NOTHING })
      assert.deepEqual(visitor.problems(), [])
    }).timeout(90_000)
  }

  test('with scripts the banner goes and what was typed below it stays', async ({
    assert,
    cleanup,
  }) => {
    const visitor = await openVisitor({ url: server.url, locale: 'en-GB' })
    cleanup(() => visitor.close())
    await visitor.open('/sign-in')
    await visitor.page.locator('#email').fill('ada@example.org')
    await visitor.page.getByRole('button', { name: 'Accept all' }).click()
    await visitor.page.locator('.consent').waitFor({ state: 'detached' })
    assert.equal(await visitor.page.locator('#email').inputValue(), 'ada@example.org')
    assert.sameMembers(
      (await visitor.context.cookies()).map(({ name }) => name),
      ['cookie_choice', 'visitor']
    )
    assert.deepEqual(visitor.problems(), [])
  })

  test('by keyboard: skipped with one key, chosen with a few, never covered', async ({
    assert,
    cleanup,
  }) => {
    const visitor = await openVisitor({ url: server.url, width: 390, javaScript: false })
    cleanup(() => visitor.close())
    const { page } = visitor
    await visitor.open('/booking')
    await page.keyboard.press('Tab')
    assert.equal(
      await page.evaluate(() => document.activeElement?.className),
      'skip-link visually-hidden'
    )
    const focused = () =>
      page.evaluate(() => {
        const { left: x, top: y, width, height } = document.activeElement!.getBoundingClientRect()
        const top = document.elementFromPoint(x + width / 2, y + height / 2)
        return document.activeElement!.contains(top) || top!.contains(document.activeElement)
      })
    for (let presses = 0; presses < 12; presses++) {
      await page.keyboard.press('Tab')
      assert.isTrue(await focused(), `after ${presses + 1}`)
    }
    await visitor.open('/booking')
    await visitor.tabTo(page.locator('.consent button[value=none]'), 6)
    await onward(page, () => page.keyboard.press('Enter'))
    assert.equal(new URL(page.url()).pathname, '/booking')
    assert.equal(await page.locator('.consent').count(), 0)
  })

  for (const [width, theme, locale] of [
    [1280, 'light', 'de'],
    [390, 'dark', 'pl'],
    [320, 'light', 'es'],
  ] as const) {
    test(`banner and settings are accessible and of equal weight, ${locale}, ${width} px`, async ({
      assert,
      cleanup,
    }) => {
      const visitor = await openVisitor({ url: server.url, width, theme, locale })
      cleanup(() => visitor.close())
      const look = async (name: string) => {
        assert.deepEqual(await visitor.axe(), [], name)
        assert.isTrue(await visitor.reflows(), name)
        const boxes = await Promise.all((await ways(visitor).all()).map((way) => way.boundingBox()))
        assert.lengthOf(boxes, 3, name)
        assert.lengthOf(new Set(boxes.map((box) => Math.round(box!.width))), 1, name)
        assert.isAtLeast(Math.min(...boxes.map((box) => box!.height)), 44, name)
        const faces = await ways(visitor).evaluateAll((all) =>
          all.map((way) => {
            const { color, backgroundColor, borderColor, fontSize } = getComputedStyle(way)
            return [color, backgroundColor, borderColor, fontSize].join()
          })
        )
        assert.lengthOf(new Set(faces), 1, name)
        await visitor.screenshot(`consent-${name}-${locale}-${width}`)
      }
      await visitor.open('/')
      await look('banner')
      await visitor.open('/cookies/settings?from=/contact')
      assert.equal(await visitor.page.locator('input:checked').count(), 0)
      await look('settings')
      await visitor.page.locator('input[value=statistics]').check()
      await onward(visitor.page, () => visitor.page.locator('button[value=some]').click())
      assert.isTrue(await visitor.page.locator('input[value=statistics]').isChecked())
      await look('kept')
      assert.deepEqual(visitor.problems(), [])
    }).timeout(60_000)
  }
})

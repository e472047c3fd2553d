import { test } from '@japa/runner'
import { onward, openVisitor, type Visitor, type VisitorOptions } from '#tests/kit/browser'
import { startServer, type TestServer } from '#tests/kit/servers'
import { aPng } from '#tests/files/pictures'

const PAGE = '/admin/organisation/logo'
const EMAIL = 'owner@prova.example'
const PICTURE = { name: 'logo.png', mimeType: 'image/png', buffer: aPng(256, 128) }
const TEXT = { name: 'logo.png', mimeType: 'image/png', buffer: Buffer.from('text') }

test.group('The logo in a browser', (group) => {
  let server: TestServer
  let password: string

  group.setup(async () => {
    server = await startServer()
    const created = await server.ace('user:create', `--email=${EMAIL}`, '--locale=en')
    password = /Password: (\S+)/.exec(created.output)?.[1] ?? ''
    // An owner of their own would have to set up a second factor first.
    await server.query('update accounts_users set is_demo = true')
    return async () => void (await server.stop())
  })

  async function owner(options: Partial<VisitorOptions>): Promise<Visitor> {
    const visitor = await openVisitor({ url: server.url, ...options })
    await visitor.open(`/sign-in?next=${PAGE}`)
    await visitor.page.fill('#email', EMAIL)
    await visitor.page.fill('#password', password)
    await visitor.page.click('main form button[type=submit]')
    await visitor.page.waitForURL(`**${PAGE}`)
    visitor.problems()
    return visitor
  }

  for (const [width, theme, javaScript] of [
    [1280, 'light', true],
    [320, 'dark', true],
    [390, 'light', false],
  ] as const) {
    test(`is put up and taken down, ${width} px, ${theme}, scripts ${javaScript ? 'on' : 'off'}`, async ({
      assert,
      cleanup,
    }) => {
      const visitor = await owner({ width, theme, javaScript, address: `10.8.${width % 250}.1` })
      cleanup(() => visitor.close())
      const { page } = visitor
      const send = (name: string) => onward(page, () => page.getByRole('button', { name }).click())
      const faultless = async (state: string) => {
        // axe is a script itself.
        if (javaScript) assert.deepEqual(await visitor.axe(), [], state)
        assert.deepEqual(visitor.problems(), [], state)
        assert.isTrue(await visitor.reflows(), state)
        if (process.env.SCREENSHOTS) await visitor.screenshot(`logo-${state}-${width}`)
      }

      await faultless('none')
      await page.setInputFiles('#logo', TEXT)
      await send('Use this logo')
      assert.include(await page.innerText('main'), 'not a PNG, JPEG or WebP')
      await faultless('refused')
      await page.setInputFiles('#logo', PICTURE)
      await send('Use this logo')
      const logo = page.getByRole('img', { name: 'Present logo' })
      // Asked without a script of the page: a picture that cannot be drawn has no size of its own.
      assert.equal((await logo.boundingBox())?.width, 256)
      await faultless('put up')
      // A link that asks first: in a dialog, or without scripts on a page.
      await page.getByRole('link', { name: 'Remove logo' }).click()
      await send('Remove logo')
      assert.include(await page.innerText('main'), 'No logo yet')
      await faultless('taken down')
    })
  }
})

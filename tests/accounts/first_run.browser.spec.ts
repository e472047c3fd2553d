import { setTimeout as wait } from 'node:timers/promises'
import { test } from '@japa/runner'
import { phoneCode } from '#tests/accounts/codes'
import { send } from '#tests/accounts/send'
import { faultsOf } from '#tests/kit/accessibility'
import { openVisitor } from '#tests/kit/browser'
import { startServer, type TestServer } from '#tests/kit/servers'

const EMAIL = 'ada@example.org'
const SET_UP = {
  organisation: 'Optyk Próba',
  location: 'Gdańsk',
  first_name: 'Orla',
  last_name: 'Feldstern',
  email: EMAIL,
  password: 'siedem cichych czapli',
  password_confirmation: 'siedem cichych czapli',
}

/** The address that the start prints, a moment after the server answers. */
async function announced({ process }: TestServer): Promise<string> {
  for (;;) {
    const path = /\/first-run\/[\w-]+/.exec(process.output())?.[0]
    if (path) return path
    await wait(20)
  }
}

test.group('The first run in a browser', (group) => {
  let server: TestServer

  group.each.setup(async () => {
    server = await startServer()
    return async () => void (await server.stop())
  })

  for (const { width, theme, javaScript } of [
    { width: 1280, theme: 'light', javaScript: true },
    { width: 320, theme: 'dark', javaScript: false },
  ] as const) {
    test(`an operator sets up at ${width} px, ${theme}`, async ({ assert }) => {
      const visitor = await openVisitor({
        url: server.url,
        width,
        theme,
        javaScript,
        locale: 'pl-PL',
        zone: 'Europe/Warsaw',
      })
      const zone = visitor.page.locator('#zone')
      const faultless = async (name: string) => {
        if (javaScript) assert.deepEqual(await faultsOf(visitor, `accounts-${name}`), [], name)
        else assert.isTrue(await visitor.reflows(), name)
      }
      assert.equal(await visitor.open(await announced(server)), 200)
      await faultless('first-run')
      // A server in a data centre knows no zone; the browser knows its own.
      assert.equal(await zone.inputValue(), javaScript ? 'Europe/Warsaw' : '')
      await zone.selectOption('Europe/Vienna')
      await send(visitor)
      await faultless('first-run-wrong')
      assert.equal(await zone.inputValue(), 'Europe/Vienna', 'what was chosen stays')
      for (const [field, value] of Object.entries(SET_UP)) {
        await visitor.page.fill(`#${field}`, value)
      }
      await zone.selectOption('Europe/Warsaw')
      await send(visitor)
      const main = visitor.page.locator('main')
      assert.match(visitor.page.url(), /\/admin\/settings\?owner=messaging$/)
      assert.include(await main.innerText(), 'Krok 2 z 4')
      await faultless('first-run-mail')
      await main.locator('a[href*="/send-test"]').click()
      const asked = visitor.page.locator('form[action$="/send-test"] button[type=submit]')
      await asked.click()
      await main.locator('.notice[data-tone="warning"]').waitFor()
      await faultless('first-run-mail-tested')
      await main.locator('.desk-guide a').first().click()
      await visitor.page.waitForURL('**/admin/platform/plugins')
      await faultless('first-run-plugins')
      await main.locator('form[action$="/plugins/booking"] button').click()
      await main.locator('.notice').first().waitFor()
      await main.locator('.desk-guide a').first().click()
      await visitor.page.waitForURL('**/account/security/two-factor')
      assert.include(await main.innerText(), 'Krok 4 z 4')
      await faultless('first-run-second-factor')
      await main.locator('form button').first().click()
      await main.locator('.two-factor__key').waitFor()
      await faultless('two-factor-secret')
      const key = await visitor.page.locator('.two-factor__key').innerText()
      await visitor.page.fill('#code', 'x')
      await send(visitor)
      await faultless('two-factor-wrong')
      const code = () => phoneCode(key.replaceAll(' ', ''), Date.now())
      await visitor.page.fill('#code', code())
      await send(visitor)
      await faultless('recovery-codes')
      const recovery = await visitor.page.locator('.recovery-codes code').first().innerText()
      const href = await visitor.page.locator('a[download]').getAttribute('href')
      assert.include(decodeURIComponent(href!), recovery)
      await visitor.page.locator('main .actions a').first().click()
      await visitor.page.waitForURL('**/admin')
      await visitor.open('/account/security/two-factor')
      await faultless('two-factor-on')

      await visitor.context.clearCookies()
      await visitor.open('/sign-in?next=/admin/me')
      await visitor.page.fill('#email', EMAIL)
      await visitor.page.fill('#password', SET_UP.password)
      await send(visitor)
      await faultless('sign-in-code')
      await visitor.page.fill('#code', 'x')
      await send(visitor)
      await faultless('sign-in-code-wrong')
      await visitor.tabTo(visitor.page.locator('#code'))
      await visitor.page.fill('#code', '')
      await visitor.page.keyboard.type(recovery)
      await visitor.page.keyboard.press('Enter')
      await visitor.page.waitForURL('**/admin/me')
      await faultless('me')
      await visitor.open('/account/confirm?next=/admin/accounts/roles')
      await faultless('confirmation')
      await send(visitor)
      await faultless('confirmation-wrong')
      await visitor.close()
    }).timeout(240_000)
  }
})

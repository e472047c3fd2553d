import { test } from '@japa/runner'
import { faultsOf } from '#tests/kit/accessibility'
import { onward, openVisitor, type Visitor } from '#tests/kit/browser'
import { linksIn, openMailbox, type Mailbox } from '#tests/kit/mailbox'
import { startServer, type TestServer } from '#tests/kit/servers'

const EMAIL = 'ada@example.org'

async function send({ page }: Visitor, form: string) {
  const button = page.locator(`form[action="${form}"] button[type=submit]`).first()
  await onward(page, () => button.click())
}

const SCREENS = [
  [1280, 'light'],
  [820, 'dark'],
  [320, 'dark'],
] as const

test.group('"My account" in a browser', (group) => {
  let server: TestServer
  let password: string
  let mailbox: Mailbox

  group.setup(async () => {
    mailbox = await openMailbox()
    server = await startServer({ env: { ...mailbox.env, DEMO: 'on', PLUGINS: undefined } })
    const created = await server.ace('user:create', `--email=${EMAIL}`, '--locale=pl')
    password = /Password: (\S+)/.exec(created.output)?.[1] ?? ''
    // The same person as a customer: a made-up one would have to read a mailbox first.
    await server.query(
      `update accounts_users set kind = 'customer', role = null, first_name = 'Zdzisława',
       last_name = 'Brzęczyszczykiewicz-Nowak' where email = ?`,
      [EMAIL]
    )
    return async () => {
      await server.stop()
      await mailbox.close()
    }
  })

  test('every page and state is accessible', async ({ assert }) => {
    const visitor = await openVisitor({ url: server.url, locale: 'pl-PL' })
    const faults: Record<string, string[]> = {}
    const look = async (name: string) => {
      const found = await faultsOf(visitor, `account-${name}`, SCREENS)
      if (found.length > 0) faults[name] = found
    }
    await visitor.open('/sign-in?next=/account')
    await visitor.page.fill('#email', EMAIL)
    await visitor.page.fill('#password', password)
    await send(visitor, '/sign-in')
    await look('overview')
    await visitor.open('/account/profile')
    await look('profile')
    await visitor.page.fill('#first_name', '')
    await send(visitor, '/account/profile')
    await look('profile-wrong')
    await visitor.open('/account/profile/email')
    await look('email')
    await send(visitor, '/account/profile/email')
    await look('email-wrong')
    await visitor.open('/account/profile/email/nothing')
    await look('email-link-invalid')
    await visitor.open('/account/profile/email')
    await visitor.page.fill('#email', 'ada.nova@example.org')
    await visitor.page.fill('#current_password', password)
    await send(visitor, '/account/profile/email')
    await look('email-sent')
    const [link] = linksIn(await mailbox.next('ada.nova@example.org'))
    await visitor.page.goto(link)
    await look('email-link')
    await visitor.open('/account/addresses')
    await look('addresses-none')
    await visitor.open('/account/addresses/new')
    await look('address')
    await send(visitor, '/account/addresses')
    await look('address-wrong')
    for (const label of ['Dom', 'Biuro']) {
      await visitor.open('/account/addresses/new')
      await visitor.page.fill('#label', label)
      await visitor.page.fill('#street', 'ul. Brzozowa 12')
      await visitor.page.fill('#postal_code', '00-950')
      await visitor.page.fill('#city', 'Warszawa')
      await send(visitor, '/account/addresses')
    }
    await look('addresses')
    for (let left = 2; left > 0; left--) {
      await visitor.page.locator('a[href$="/removal"]').first().click()
      await visitor.page.locator('form[action$="/removal"]').waitFor()
      if (left === 2) await look('address-removal')
      const remove = visitor.page.locator('form[action$="/removal"] button')
      await onward(visitor.page, () => remove.click())
    }
    await visitor.open('/account/security')
    await look('security')
    await send(visitor, '/account/security/password')
    await look('security-wrong')
    await visitor.open('/account/consents')
    await look('consents-none')
    await visitor.page.locator('.consent button[value=all]').click()
    await visitor.page.locator('.consent').waitFor({ state: 'detached' })
    await visitor.open('/account/consents')
    await look('consents')
    const withdraw = visitor.page.locator('form[action$="/withdraw"] button')
    await onward(visitor.page, () => withdraw.click())
    await look('consents-withdrawn')
    await visitor.open('/account/leave')
    await look('leave')
    await send(visitor, '/account/leave')
    await look('leave-wrong')
    await visitor.open('/left')
    await look('left')
    assert.deepEqual(faults, {})
    await visitor.close()
  }).timeout(200_000)
})

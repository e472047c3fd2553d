import { test } from '@japa/runner'
import type { Page } from 'playwright-core'
import { PASSWORD } from '#tests/accounts/people'
import { openFrontDesk, type FrontDesk } from '#tests/journeys/front_desk'
import { onward, openVisitor, type Visitor } from '#tests/kit/browser'
import { linksIn } from '#tests/kit/mailbox'

const SLOW_ENOUGH = 10_500
const NEW_PASSWORD = 'amber quiet harbour 42'

type Fields = Record<string, string>

/** A customer at a screen, and what was wrong on the pages they came through. */
type Way = { visitor: Visitor; page: Page; email: string; script: boolean; faults: string[] }

const follow = ({ page }: Way, name: string | RegExp) =>
  onward(page, () => page.locator('main').getByRole('link', { name }).first().click())

const press = ({ page }: Way, name: string | RegExp) =>
  onward(page, () => page.getByRole('button', { name }).first().click())

const content = ({ page }: Way) => page.locator('main').innerText()

async function type({ page }: Way, fields: Fields): Promise<void> {
  for (const [id, text] of Object.entries(fields)) await page.locator(`#${id}`).fill(text)
}

/** By the form's address: words change with the language of the account. */
const send = ({ page }: Way, action: string) =>
  onward(page, () => page.locator(`form[action^="${action}"] button[type=submit]`).first().click())

async function signIn({ page }: Visitor, email: string, password: string): Promise<void> {
  await page.goto('/sign-in?next=/account')
  await page.locator('#email').fill(email)
  await page.locator('#password').fill(password)
  await onward(page, () => page.keyboard.press('Enter'))
}

/** Axe is a script itself: where none runs, only what the browser complains about counts. */
async function look({ visitor, page, script, faults }: Way): Promise<void> {
  const found = [...(script ? await visitor.axe() : []), ...visitor.problems()]
  faults.push(...found.map((fault) => `${new URL(page.url()).pathname}: ${fault}`))
}

test.group('010 My account', (group) => {
  let desk: FrontDesk
  group.setup(async () => {
    desk = await openFrontDesk()
    return () => desk.close()
  })

  /** A form that asks for proof of a person: solved by the script, or by taking one's time. */
  async function prove({ page, script }: Way, act: () => Promise<unknown>): Promise<void> {
    if (script) await page.locator('altcha-widget input[type=checkbox]').waitFor()
    else await desk.server.skip(SLOW_ENOUGH)
    const from = page.url()
    await act()
    await page.waitForURL((url) => url.href !== from)
  }

  /** The link of the newest mail to this address that leads below this path. */
  async function mailed(email: string, nth: number, path: string): Promise<string> {
    const links = linksIn(await desk.mailbox.next(email, nth))
    const link = links.find((href) => new URL(href).pathname.startsWith(path))
    if (!link) throw new Error(`No link to ${path} in mail ${nth} to ${email}: ${links.join(' ')}`)
    return link
  }

  /** Books the last free time of the day and says what was filled in already; `nth` is the mail that comes next. */
  async function book(way: Way, nth: number, details: Fields) {
    const { page } = way
    await page.goto(`/booking/pisa/identity-card?day=${desk.today}`)
    await onward(page, () => page.locator('.time-slot').last().click())
    await follow(way, 'Continua')
    const known = await page.locator('#email').inputValue()
    await type(way, details)
    await page.getByLabel('Rinnovo').check()
    await page.getByLabel(/informativa sulla privacy/).check()
    await press(way, 'Continua')
    await prove(way, () => page.getByRole('button', { name: 'Conferma l’appuntamento' }).click())
    if (!way.script) {
      await page.goto(await mailed(way.email, nth, '/booking/confirm/'))
      await press(way, 'Conferma l’appuntamento')
    }
    return { known, number: (await page.locator('.ticket__number').innerText()).trim() }
  }

  /** From the front page by way of the mailbox; `nth` is the mail that comes next. */
  async function register(way: Way, nth: number): Promise<void> {
    const { page, email } = way
    await page.goto('/sign-in')
    await follow(way, 'Creare un account')
    await look(way)
    await type(way, { first_name: 'Rosalia', last_name: 'Ventura', email })
    await prove(way, () => page.locator('#email').press('Enter'))
    await look(way)
    await page.goto(await mailed(email, nth, '/register/'))
    await look(way)
    await type(way, { password: PASSWORD, password_confirmation: PASSWORD })
    await onward(page, () => page.keyboard.press('Enter'))
    await page.waitForURL('**/account')
    await look(way)
  }

  for (const script of [true, false]) {
    test(`a guest becomes an account holder and leaves, ${script ? 'with' : 'without'} JavaScript`, async ({
      assert,
      cleanup,
    }) => {
      const address = `10.10.0.${script ? 1 : 2}`
      const options = { url: desk.server.url, locale: 'it-IT', javaScript: script, address }
      const visitor = await openVisitor(options)
      cleanup(() => visitor.close())
      const { page } = visitor
      page.setDefaultTimeout(20_000)
      const email = script ? 'rosalia@example.org' : 'ventura@example.org'
      const way: Way = { visitor, page, email, script, faults: [] }
      let mails = 0

      const { number } = await book(way, 1, { first_name: 'Rosalia', last_name: 'Ventura', email })
      mails += script ? 1 : 2
      assert.include((await desk.mailbox.next(email, mails)).subject!, number)
      await register(way, ++mails)
      assert.include(await content(way), `Rosalia Ventura (${email})`)

      await follow(way, 'I miei appuntamenti')
      await look(way)
      await onward(page, () => page.locator('main a[href^="/account/booking/"]').first().click())
      await look(way)
      await follow(way, 'Cambia orario')
      await look(way)
      const slot = page.locator('.time-slot').first()
      const time = (await slot.locator('[aria-hidden]').innerText()).trim()
      await visitor.tabTo(slot)
      await onward(page, () => page.keyboard.press('Enter'))
      const moved = await desk.mailbox.next(email, ++mails)
      assert.match(moved.subject!, /Nuovo orario/)
      assert.include(moved.text!, time)
      assert.include(await content(way), time)
      assert.include(await content(way), await page.locator('.ticket__number').innerText())
      await follow(way, 'Annulla l’appuntamento')
      await look(way)
      await type(way, { reason: 'Sono malata' })
      await press(way, 'Sì, annulla l’appuntamento')
      assert.include(await content(way), 'Il suo appuntamento è annullato')
      const gone = await desk.mailbox.next(email, ++mails)
      assert.include(gone.text!, 'Sono malata')
      await page.goto('/account/booking')
      assert.include(await content(way), 'Non ha appuntamenti in arrivo')
      await page.goto('/account/booking?when=past')
      assert.include(await content(way), 'Annullato')

      const again = await book(way, mails + 1, {})
      assert.equal(again.known, email)
      await page.goto('/account/booking')
      assert.include(await content(way), again.number)

      await page.goto('/account/profile')
      await look(way)
      await page.locator('#locale').selectOption('de')
      await page.locator('#format_locale').selectOption('fr')
      await visitor.tabTo(page.locator('main form button[type=submit]').first())
      await onward(page, () => page.keyboard.press('Enter'))
      assert.equal(await page.locator('html').getAttribute('lang'), 'de')
      assert.equal(await page.locator('#format_locale').inputValue(), 'fr')
      await look(way)

      await page.goto('/account/addresses/new')
      await look(way)
      assert.equal(await page.locator('#recipient').inputValue(), 'Rosalia Ventura')
      await type(way, { street: 'Via Larga 9', postal_code: '56126', city: 'Pisa' })
      await onward(page, () => page.keyboard.press('Enter'))
      assert.include(await content(way), 'Via Larga 9')
      await look(way)

      const newEmail = `new.${email}`
      await page.goto('/account/profile/email')
      await look(way)
      await type(way, { email: newEmail, current_password: PASSWORD })
      await onward(page, () => page.keyboard.press('Enter'))
      await page.goto(await mailed(newEmail, 1, '/account/profile/email/'))
      await look(way)
      await send(way, '/account/profile/email/')
      assert.include(await content(way), newEmail)

      await page.goto('/account/security')
      await type(way, { current_password: PASSWORD, password: NEW_PASSWORD })
      await type(way, { password_confirmation: NEW_PASSWORD })
      await onward(page, () => page.keyboard.press('Enter'))
      await look(way)
      const other = await openVisitor({ ...options, address: `${address}1` })
      cleanup(() => other.close())
      await signIn(other, newEmail, NEW_PASSWORD)
      assert.equal(new URL(other.page.url()).pathname, '/account')
      await page.goto('/account/security')
      await look(way)
      const others = page.locator('form[action^="/account/sessions/"]')
      assert.equal(await others.count(), 2)
      await onward(page, () => others.first().locator('button').click())
      assert.equal(await others.count(), 0)
      await other.page.goto('/account')
      assert.equal(new URL(other.page.url()).pathname, '/sign-in')

      await page.goto('/account/leave')
      await look(way)
      assert.include(await content(way), again.number)
      await type(way, { current_password: NEW_PASSWORD })
      await onward(page, () => page.keyboard.press('Enter'))
      await page.waitForURL('**/left')
      await look(way)
      const closed = await desk.mailbox.next(newEmail, 3)
      assert.include(closed.subject!, 'Ihr Konto ist geschlossen')
      await page.goto('/account')
      assert.equal(new URL(page.url()).pathname, '/sign-in')
      await signIn(other, newEmail, NEW_PASSWORD)
      assert.isAbove(await other.page.locator('.error-summary').count(), 0)

      assert.deepEqual(way.faults, [])
    }).timeout(240_000)
  }
})

import type { Assert } from '@japa/assert'
import { test } from '@japa/runner'
import type { Locator } from 'playwright-core'
import { PASSWORD } from '#tests/accounts/people'
import { aPdf } from '#tests/files/corpus'
import { openFrontDesk, type FrontDesk } from '#tests/journeys/front_desk'
import { withKeys, withMouse, type Acts } from '#tests/journeys/ways'
import { onward, openVisitor, type Visitor } from '#tests/kit/browser'
import { linksIn } from '#tests/kit/mailbox'

const SLOW_ENOUGH = 10_500
const ACCOUNT = '/account/shop-quotes'
const FILE = { name: 'ricetta.pdf', mimeType: 'application/pdf', buffer: Buffer.from(aPdf()) }
const BILLING = { street: 'Calle Mayor 4', postal_code: '28013', city: 'Madrid' }

/** A customer at a screen, how they act on it, and what was wrong on the pages they came through. */
type Way = { visitor: Visitor; script: boolean; email: string; faults: string[] } & Acts

const main = ({ visitor }: Way) => visitor.page.locator('main')
const content = (way: Way) => main(way).innerText()
const to = (way: Way, address: string) => main(way).locator(`a[href*="${address}"]`).first()
const field = (way: Way, name: string) => main(way).locator(`[name="${name}"]`)
const radio = (way: Way, name: string, value: string) =>
  main(way).locator(`[name="${name}"][value="${value}"]`)

/** The link of a list that leads to what has this number. */
const rowOf = (way: Way, number: string) =>
  main(way).locator('tr', { hasText: number }).getByRole('link').first()

/** Axe is a script itself: where none runs, only what the browser complains about counts. */
async function look({ visitor, script, faults }: Way): Promise<void> {
  const found = [...(script ? await visitor.axe() : []), ...visitor.problems()]
  faults.push(...found.map((fault) => `${new URL(visitor.page.url()).pathname}: ${fault}`))
}

async function go(way: Way, target: Locator): Promise<void> {
  await onward(way.visitor.page, () => way.press(target))
  await look(way)
}

/** The form's own button, which comes last. */
const send = (way: Way) => go(way, main(way).locator('form.form .actions button').first())

test.group('002 Shop and quotes', (group) => {
  let desk: FrontDesk
  let agent: Visitor

  group.setup(async () => {
    desk = await openFrontDesk()
    agent = await desk.staff('/admin/shop-quotes/quotes', 'owner')
    return async () => {
      await agent.close()
      await desk.close()
    }
  })

  /** S1, S2: from the list of services to the form of one, and what it asks. */
  async function choose(way: Way, slug: string, fill: () => Promise<unknown>): Promise<void> {
    await go(way, to(way, `/shop/services/${slug}`))
    await go(way, to(way, `/shop/services/${slug}/form`))
    await fill()
    await send(way)
  }

  /** S1–S3, S6: two services with forms, and one of them corrected. */
  async function fillCart(way: Way, assert: Assert): Promise<void> {
    const { page } = way.visitor
    await way.visitor.open('/shop')
    await look(way)
    await go(way, to(way, '/shop/categories/glasses'))
    await choose(way, 'lens-replacement', async () => {
      await page.locator('input[type=file]').setInputFiles(FILE)
      await way.choose(radio(way, 'answers[coating]', 'none'))
    })
    await way.visitor.open('/shop/categories/paperwork')
    await choose(way, 'certificate-copy', () =>
      way.type(field(way, 'answers[register]'), 'Ada Lanterna, 3 marzo 1990')
    )
    await go(way, main(way).locator('a[href^="/shop/lines/"]:not([href$="/removal"])').first())
    assert.include(await content(way), FILE.name)
    await way.choose(radio(way, 'answers[coating]', 'anti_reflective'))
    await send(way)
    const cart = await content(way)
    for (const told of ['Antiriflesso', FILE.name, 'Ada Lanterna, 3 marzo 1990']) {
      assert.include(cart, told)
    }
  }

  /** A form that asks for proof of a person: solved by the script, or by taking one's time. */
  async function prove({ visitor: { page }, script }: Way, act: () => Promise<unknown>) {
    if (script) await page.locator('altcha-widget input[type=checkbox]').waitFor()
    else await desk.server.skip(SLOW_ENOUGH)
    const from = page.url()
    await act()
    await page.waitForURL((url) => url.href !== from)
  }

  /** S4: only now who it is; the mailed link leads back to the checkout. */
  async function register(way: Way, assert: Assert): Promise<void> {
    const { page } = way.visitor
    await go(way, to(way, `${ACCOUNT}/checkout`))
    await go(way, to(way, '/register'))
    const who = { first_name: 'Rosalia', last_name: 'Ventura', email: way.email }
    for (const [id, text] of Object.entries(who)) await way.type(page.locator(`#${id}`), text)
    await prove(way, () => way.press(main(way).locator('form.form button[type=submit]').last()))
    const links = linksIn(await desk.mailbox.next(way.email, 1))
    await page.goto(links.find((href) => new URL(href).pathname.startsWith('/register/'))!)
    await way.type(page.locator('#password'), PASSWORD)
    await way.type(page.locator('#password_confirmation'), PASSWORD)
    await onward(page, () => page.keyboard.press('Enter'))
    assert.equal(new URL(page.url()).pathname, `${ACCOUNT}/checkout`)
  }

  /** S5, S11: billing data, a bank transfer, the summary, and the order with its number. */
  async function buy(way: Way, assert: Assert): Promise<string> {
    await look(way)
    for (const [name, text] of Object.entries({ ...BILLING, tax_id: '12345678Z' })) {
      await way.type(field(way, name), text)
    }
    await send(way)
    await way.choose(radio(way, 'method', 'bank_transfer'))
    for (const told of ['Antiriflesso', 'Rosalia Ventura', 'Calle Mayor 4']) {
      assert.include(await content(way), told)
    }
    if ((await field(way, 'terms').count()) > 0) await way.choose(field(way, 'terms'))
    await send(way)
    const number = /O-\d{4}-\d{5}/.exec(await content(way))![0]
    const mail = await desk.mailbox.next(way.email, 2)
    assert.include(mail.subject!, number)
    await way.visitor.open(`${ACCOUNT}/orders`)
    await go(way, rowOf(way, number))
    const order = await content(way)
    for (const told of [number, 'Antiriflesso', 'RF']) assert.include(order, told)
    return number
  }

  /** S7–S9: a service without a price, a message, and its number in "My quotes". */
  async function requestQuote(way: Way, assert: Assert): Promise<string> {
    await way.visitor.open('/shop/categories/eye-care')
    await choose(way, 'workplace-vision', () => way.type(field(way, 'answers[people]'), '25'))
    await go(way, to(way, `${ACCOUNT}/quote-request`))
    await way.type(field(way, 'message'), 'Possibilmente di mattina.')
    await send(way)
    const number = /Q-\d{4}-\d{5}/.exec(await content(way))![0]
    assert.include((await desk.mailbox.next(way.email, 3)).subject!, number)
    await way.visitor.open(`${ACCOUNT}/quotes`)
    await go(way, rowOf(way, number))
    return number
  }

  /** Staff write an offer at this price and send it. */
  async function staffOffer(number: string, price: string): Promise<void> {
    const sql = 'select id from shop_quotes_quotes where number = ?'
    const [{ id }] = await desk.server.query<{ id: number }>(sql, [number])
    const { page } = agent
    await agent.open(`/admin/shop-quotes/quote-drafts/${id}`)
    await page.fill('[name="lines[0][price]"]', price)
    await onward(page, () => page.locator('#draft [name=do][value=preview]').click())
    if (!page.url().includes('quote-sendings')) {
      await page.goto(`/admin/shop-quotes/quote-sendings/${id}`)
    }
    await onward(page, () => page.locator('main form .actions button').first().click())
  }

  /** S10: a first version, a wish, a second one, accepted: an order at the quote's price. */
  async function negotiate(way: Way, number: string, assert: Assert): Promise<string> {
    const { page } = way.visitor
    await staffOffer(number, '500.00')
    assert.include((await desk.mailbox.next(way.email, 4)).subject!, number)
    await page.reload()
    await look(way)
    assert.include(await content(way), '500,00')
    await go(way, to(way, '/words/ask_change'))
    await way.type(field(way, 'text'), 'Sono solo venti persone.')
    await send(way)
    await staffOffer(number, '400.00')
    assert.include((await desk.mailbox.next(way.email, 5)).subject!, number)
    await page.reload()
    assert.include(await content(way), '400,00')
    await go(way, to(way, '/acceptance'))
    await way.choose(field(way, 'billing').first())
    await way.choose(radio(way, 'method', 'desk'))
    if ((await field(way, 'agreed').count()) > 0) await way.choose(field(way, 'agreed'))
    await send(way)
    return /O-\d{4}-\d{5}/.exec(await content(way))![0]
  }

  /** At the desk the money is taken; the customer reads that it has come. */
  async function staffTakesMoney(number: string): Promise<void> {
    const sql = 'select id from shop_quotes_orders where number = ?'
    const [{ id }] = await desk.server.query<{ id: number }>(sql, [number])
    const { page } = agent
    await agent.open(`/admin/shop-quotes/order-payments/${id}`)
    await onward(page, () => page.locator('main form .actions button').first().click())
  }

  const ways = [
    { how: 'with a mouse on a wide screen', width: 1280 },
    { how: 'on a phone without JavaScript', width: 390, script: false },
    { how: 'by keyboard alone', width: 1280, keys: true },
  ] as const
  for (const [nth, { how, width, ...rest }] of ways.entries()) {
    const { script = true, keys = false } = { script: true, keys: false, ...rest }
    test(`S1–S12 in Italian, ${how}: two services are bought, a third is quoted and paid`, async ({
      assert,
      cleanup,
    }) => {
      const address = `10.15.0.${nth + 1}`
      const options = { url: desk.server.url, locale: 'it-IT', width, javaScript: script, address }
      const visitor = await openVisitor(options)
      cleanup(() => visitor.close())
      visitor.page.setDefaultTimeout(20_000)
      const acts = keys ? withKeys(visitor) : withMouse
      const way: Way = { visitor, script, email: `rosalia${nth}@example.org`, faults: [], ...acts }
      await fillCart(way, assert)
      await register(way, assert)
      await buy(way, assert)
      const quote = await requestQuote(way, assert)
      const order = await negotiate(way, quote, assert)
      const placed = await desk.mailbox.next(way.email, 6)
      for (const told of [quote, order]) assert.include(placed.text!, told)
      await staffTakesMoney(order)
      assert.include((await desk.mailbox.next(way.email, 7)).subject!, order)
      await way.visitor.open(`${ACCOUNT}/orders`)
      await go(way, rowOf(way, order))
      assert.include(await content(way), 'R-')
      assert.equal(way.faults.join('\n'), '')
    }).timeout(240_000)
  }
})

import { test } from '@japa/runner'
import type { Page } from 'playwright-core'
import { CHECK_IN, START } from '#plugins/queue-caller/tests/kiosk'
import { KioskHall, NOW } from '#plugins/queue-caller/tests/kiosk_hall'
import { onward, type Visitor } from '#tests/kit/browser'

const MINUTE = 60_000
const SETTLED_MS = 450
const LINE = 'button.queue-kiosk__line'
const TICKET = '[data-print=ticket]'

/** What follows a touch comes under the same finger: it counts only once it has stood a moment. */
const settled = (page: Page) => page.waitForTimeout(SETTLED_MS)
const printed = (page: Page) => page.evaluate(() => Object(window).printed as number)
const numberOn = (page: Page) => page.locator('.ticket__number').innerText()

test.group('A kiosk in a browser', (group) => {
  let hall: KioskHall

  group.setup(async () => {
    hall = await KioskHall.open()
    return async () => void (await hall.server.stop())
  })

  async function withTime(visitor: Visitor): Promise<Page> {
    await visitor.page.clock.install({ time: NOW })
    await visitor.open(START)
    return visitor.page
  }

  test('Q1 a double touch gives one ticket, printed once, gone after 15 s, and Back shows nothing', async ({
    assert,
  }) => {
    const person = await hall.person()
    const page = await withTime(person)
    const before = (await hall.codes()).length
    await page.locator(LINE).first().dblclick()
    await page.waitForSelector(TICKET)
    await page.clock.runFor(1000)
    assert.lengthOf(await hall.codes(), before + 1)
    assert.equal(await numberOn(page), (await hall.codes()).at(-1))
    assert.equal(await printed(page), 1)
    assert.match(page.url(), /kiosk$/)
    await page.clock.runFor(12_000)
    assert.isTrue(await page.locator(TICKET).isVisible())
    await page.clock.runFor(4000)
    await page.waitForSelector(LINE)
    assert.equal(await page.locator(TICKET).count(), 0)
    await page.goBack().catch(() => null)
    assert.notInclude(await page.content(), 'ticket__number')
    assert.deepEqual(person.problems(), [])
    await person.close()
  }).timeout(60_000)

  test('a chosen language ends with the ticket; who needs longer gets it', async ({ assert }) => {
    const person = await hall.person()
    const page = await withTime(person)
    await page.click('a[lang=es]')
    await page.waitForSelector('#queue-kiosk[data-lang=es]')
    assert.equal(await page.locator('html').getAttribute('lang'), 'es')
    await page.clock.runFor(SETTLED_MS)
    await page.locator(LINE).first().click()
    await page.waitForSelector(TICKET)
    await page.clock.runFor(13_000)
    await page.getByRole('button', { name: 'Mostrar más tiempo' }).click()
    await page.clock.runFor(13_000)
    assert.isTrue(await page.locator(TICKET).isVisible())
    await page.getByRole('link', { name: 'Listo' }).click()
    await page.waitForSelector('#queue-kiosk[data-lang=de]')
    await person.close()
  }).timeout(60_000)

  test('a kiosk that is left begins anew after a minute', async ({ assert }) => {
    const person = await hall.person()
    const page = await withTime(person)
    await page.click('a[lang=pl]')
    await page.waitForSelector('#queue-kiosk[data-lang=pl]')
    await page.clock.runFor(SETTLED_MS)
    await page.locator('a.queue-kiosk__way').click()
    await page.locator('#code').fill('AA0')
    await page.clock.runFor(50_000)
    assert.equal(await page.locator('#code').inputValue(), 'AA0')
    await page.clock.runFor(12_000)
    await page.waitForSelector('#queue-kiosk[data-lang=de]')
    assert.equal(await page.locator('#code').count(), 0)
    await person.close()
  }).timeout(60_000)

  test('Q2 the keys of the screen write a number; a reader of codes needs no page', async ({
    assert,
  }) => {
    const person = await hall.person()
    const { page } = person
    await page.locator('a.queue-kiosk__way').click()
    for (const key of ['A', 'A', '9', '9', '8', 'back', '9'])
      await page.click(`button[value="${key}"]`)
    assert.equal(await page.locator('#code').inputValue(), 'AA999')
    await settled(page)
    await page.keyboard.press('Enter')
    await page.waitForSelector('#code-error')
    assert.equal(await page.locator('#code').inputValue(), 'AA999')
    assert.equal(await page.locator('#code').getAttribute('inputmode'), 'none')
    await settled(page)
    await page.getByRole('link', { name: 'Zurück' }).click()
    await page.waitForSelector(LINE)
    await page.keyboard.type('BB123\n')
    await page.waitForSelector('#code-error')
    assert.equal(await page.locator('#code').inputValue(), 'BB123')
    await person.close()
  })

  test('when nothing answers the kiosk says so, keeps the press, and goes on by itself', async ({
    assert,
  }) => {
    const person = await hall.person()
    const { page } = person
    const before = await hall.codes()
    await page.route('**/device/**', (route) => route.abort())
    await page.locator(LINE).first().click()
    await page.getByText('Zurzeit keine Verbindung').waitFor()
    assert.deepEqual(await hall.codes(), before)
    await page.unroute('**/device/**')
    await page.locator(LINE).first().click()
    await page.waitForSelector(TICKET)
    assert.isFalse(await page.getByText('Zurzeit keine Verbindung').isVisible())
    assert.lengthOf(await hall.codes(), before.length + 1)
    await person.close()
  })

  test('two kiosks follow each other, and each gives numbers of its own', async ({ assert }) => {
    const [one, other] = [await hall.person(), await hall.person()]
    const waiting = other.page.locator('.queue-kiosk__facts').first()
    const said = await waiting.innerText()
    await Promise.all([one, other].map(({ page }) => page.waitForTimeout(300)))
    await one.page.locator(LINE).first().click()
    await one.page.waitForSelector(TICKET)
    await other.page.waitForFunction(
      (text) => document.querySelector<HTMLElement>('.queue-kiosk__facts')!.innerText !== text,
      said
    )
    await other.page.locator(LINE).first().click()
    await other.page.waitForSelector(TICKET)
    assert.notEqual(await numberOn(one.page), await numberOn(other.page))
    await Promise.all([one.close(), other.close()])
  })

  test('without JavaScript: a ticket, back by itself, and the keys of the screen', async ({
    assert,
  }) => {
    const person = await hall.person({ javaScript: false })
    const { page } = person
    await onward(page, () => page.locator(LINE).first().click())
    assert.match(await numberOn(page), /^A\d{3}$/)
    assert.match(await page.content(), /http-equiv="refresh" content="15; url=\/device/)
    await person.open(CHECK_IN)
    for (const key of ['A', 'A', '1'])
      await onward(page, () => page.click(`button[value="${key}"]`))
    assert.equal(await page.locator('#code').inputValue(), 'AA1')
    await person.close()
  })

  test('on paper stands the ticket alone, 72 mm wide', async ({ assert }) => {
    const person = await hall.person()
    const { page } = person
    await page.locator(LINE).first().click()
    await page.waitForSelector(TICKET)
    await page.emulateMedia({ media: 'print' })
    const shown = page.locator('body *:not(.ticket *, .ticket)').filter({ visible: true })
    assert.deepEqual(
      (await shown.allInnerTexts()).filter((text) => text !== '' && !/Ihre Nummer/.test(text)),
      []
    )
    const { width } = (await page.locator('.ticket').boundingBox())!
    assert.closeTo(width, (72 / 25.4) * 96, 1)
    assert.equal(/\/Count (\d+)/.exec((await page.pdf()).toString('latin1'))?.[1], '1')
    await person.close()
  })

  test('the phone hears at once that it is called, and when the line goes on', async ({
    assert,
  }) => {
    const token = await hall.ticket('B050', { line_id: 2, locale: 'de' })
    const person = await hall.person({ width: 390 })
    const { page } = person
    await person.open(`/queue/tickets/${token}`)
    await page.waitForTimeout(500)
    await hall.server.query(
      `update queue_caller_tickets set state = 'called', counter_id = 2, calls = 1, called_at = ?, announced_at = ? where public_id = ?`,
      [NOW, NOW, token]
    )
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
    await page.waitForSelector('.queue-phone__counter')
    assert.equal(await page.locator('.queue-phone__counter').innerText(), 'Schalter 2')
    assert.include(await page.locator('[role=status][x-text]').innerText(), 'Schalter 2')
    await page.route('**/queue/tickets/**', (route) => route.abort())
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
    await page.getByText('Keine Verbindung').waitFor()
    assert.deepEqual(person.problems(), [])
    await hall.server.query('update queue_caller_tickets set state = ? where public_id = ?', [
      'served',
      token,
    ])
    await person.close()
  }).timeout(MINUTE)
})

import { test } from '@japa/runner'
import type { Page } from 'playwright-core'
import { openFrontDesk, type FrontDesk } from '#tests/journeys/front_desk'
import { onward, openVisitor, type Visitor } from '#tests/kit/browser'
import { demoPerson } from '#tests/kit/demo_people'

/** Where a page begins: nothing has the focus, and Tab goes to the skip link. */
const START = 'the start of the page'

/** What has the focus, as one would name it. */
const focusOf = (page: Page): Promise<string> =>
  page.evaluate((start) => {
    const focused = document.activeElement
    if (!focused || focused === document.body) return start
    const words = focused.getAttribute('aria-label') ?? (focused as HTMLElement).innerText ?? ''
    const name = focused.id ? `#${focused.id}` : focused.classList[0] && `.${focused.classList[0]}`
    return name || words.replaceAll(/\s+/g, ' ').trim()
  }, START)

/** Somebody without a mouse. */
class KeyPerson {
  readonly page: Page

  constructor(readonly visitor: Visitor) {
    this.page = visitor.page
  }

  press = (key: string) => this.page.keyboard.press(key)
  focus = () => focusOf(this.page)
  title = () => this.page.title()

  /** Enter on what has the focus leads to another page. */
  onward = () => onward(this.page, () => this.press('Enter'))

  button = (name: string) => this.page.locator('main').getByRole('button', { name, exact: true })
  link = (name: string | RegExp) => this.page.locator('main').getByRole('link', { name })

  async type(selector: string, text: string) {
    await this.visitor.tabTo(this.page.locator(selector))
    await this.page.keyboard.type(text)
  }

  async answerQuestions() {
    await this.visitor.tabTo(this.page.locator('.choice input[type=radio]').first())
    await this.press('Space')
    await this.visitor.tabTo(this.page.getByLabel(/privacy information/))
    await this.press('Space')
  }

  /** The last day with free times, chosen without leaving the page. */
  async chooseDay() {
    const day = this.page.locator('.month__table a').last()
    await this.visitor.tabTo(day)
    const href = (await day.getAttribute('href'))!
    await this.press('Enter')
    const date = /day=([\d-]+)/.exec(href)![1]
    await this.page.waitForURL((url) => url.search.includes(`day=${date}`))
    await this.page.locator(`.month__table a[href*="day=${date}"][aria-current=date]`).waitFor()
  }
}

test.group('By keys alone', (group) => {
  let desk: FrontDesk
  group.setup(async () => {
    desk = await openFrontDesk()
    await desk.server.query(`update accounts_users set locale = 'en'`)
    return () => desk.close()
  })

  async function person(cleanup: (work: () => Promise<void>) => void): Promise<KeyPerson> {
    const visitor = await openVisitor({ url: desk.server.url, address: '10.78.0.1' })
    cleanup(() => visitor.close())
    return new KeyPerson(visitor)
  }

  test('V6 a visitor books from the front page to the ticket', async ({ assert, cleanup }) => {
    const ada = await person(cleanup)
    const { page, visitor } = ada
    await visitor.open('/')
    assert.equal(await ada.focus(), START)
    await ada.press('Tab')
    assert.equal(await ada.focus(), '.skip-link')
    await ada.press('Enter')
    assert.equal(await ada.focus(), '#content')
    await visitor.tabTo(ada.link('Book an appointment'), 2)
    await ada.onward()
    assert.match(await ada.title(), /^Book an appointment · /)
    assert.equal(await ada.focus(), START)

    await ada.type('#location', 'Sportello')
    await ada.type('#service', 'Identity')
    await visitor.tabTo(ada.button('Show free times'), 2)
    await ada.onward()
    assert.match(await ada.title(), /^Choose a day and time · /)
    assert.equal(await ada.focus(), START)
    await ada.chooseDay()
    assert.equal(await ada.focus(), '.day-times__title', 'the times are what comes next')
    await visitor.tabTo(page.locator('.time-slot').first(), 2)
    await ada.onward()
    assert.equal(await ada.focus(), START)

    await visitor.tabTo(ada.link('Continue'))
    await ada.onward()
    assert.match(await ada.title(), /^Your details · /)
    await visitor.tabTo(ada.button('Continue'))
    await ada.onward()
    assert.match(await ada.title(), /^Error: Your details · /)
    assert.equal(await ada.focus(), '.error-summary')
    await ada.press('Tab')
    await ada.press('Enter')
    assert.equal(await ada.focus(), '#first_name')
    await ada.type('#first_name', 'Bodo')
    await ada.type('#last_name', 'Montesol')
    await ada.type('#email', 'bodo@example.org')
    await ada.answerQuestions()
    await visitor.tabTo(ada.button('Continue'))
    await ada.onward()
    assert.match(await ada.title(), /^Check your details · /)
    assert.equal(await ada.focus(), START)
    await visitor.tabTo(page.locator('altcha-widget input[type=checkbox]'))
    await ada.press('Space')
    await page.getByText('Verified').waitFor()
    await visitor.tabTo(ada.button('Confirm the appointment'))
    await ada.press('Enter')
    await page.waitForURL('**/booking/manage/**')
    assert.match(await ada.title(), /^Your appointment is booked · /)
    assert.equal(await ada.focus(), START)
    assert.deepEqual(visitor.problems(), [])
  }).timeout(120_000)

  test('V6 a customer signs in and moves an appointment', async ({ assert, cleanup }) => {
    const ada = await person(cleanup)
    const { page, visitor } = ada
    const { password } = demoPerson(desk.server, 'customer')
    await visitor.open('/account/booking')
    assert.match(await ada.title(), /^Sign in · /)
    await ada.type('#email', 'customer@demo.invalid')
    await ada.press('Tab')
    await page.keyboard.type('wrong')
    await ada.onward()
    assert.match(await ada.title(), /^Error: Sign in · /)
    assert.equal(await ada.focus(), '.error-summary')
    await ada.type('#password', password)
    await ada.onward()
    await page.waitForURL('**/account/booking')
    await page.waitForLoadState()
    assert.match(await ada.title(), /^My appointments · /)
    assert.equal(await ada.focus(), START)

    await visitor.tabTo(page.locator('main a[href^="/account/booking/"]').last())
    await ada.onward()
    await visitor.tabTo(ada.link('Change the time'))
    await ada.onward()
    assert.match(await ada.title(), /^Choose another time · /)
    await ada.chooseDay()
    assert.equal(await ada.focus(), '.day-times__title')
    const slot = page.locator('.time-slot').last()
    const time = (await slot.locator('[aria-hidden]').innerText()).trim()
    await visitor.tabTo(slot)
    await ada.onward()
    assert.equal(await ada.focus(), START)
    assert.include(await page.locator('.ticket').innerText(), time)
    assert.deepEqual(visitor.problems(), [])
  }).timeout(120_000)

  test('V6 the desk books for somebody who phones', async ({ assert, cleanup }) => {
    const visitor = await desk.staff('/admin')
    cleanup(() => visitor.close())
    const ada = new KeyPerson(visitor)
    const { page } = ada
    await visitor.tabTo(page.locator('a[href^="/admin/booking/book"]').first())
    await ada.onward()
    assert.match(await ada.title(), /^Book for a customer · /)
    assert.equal(await ada.focus(), START)
    await ada.type('#offer', 'Identity')
    await visitor.tabTo(ada.button('Show free times'), 2)
    await ada.press('Enter')
    await page.getByLabel('Renewal').waitFor()
    assert.equal(await ada.focus(), '.day-times__title')
    await visitor.tabTo(ada.button('Book the appointment'))
    await ada.onward()
    assert.match(await ada.title(), /^Error: Book for a customer · /)
    assert.equal(await ada.focus(), '.error-summary')
    await ada.type('#first_name', 'Dorea')
    await ada.type('#last_name', 'Klarbach')
    await ada.answerQuestions()
    await visitor.tabTo(ada.button('Book the appointment'))
    await ada.onward()
    const told = page.locator('main [role=status]').first()
    assert.include(await told.innerText(), 'The appointment is booked.')
    assert.equal(await ada.focus(), START)
    assert.deepEqual(visitor.problems(), [])
  }).timeout(120_000)
})

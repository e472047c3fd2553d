import { test } from '@japa/runner'
import type { Page } from 'playwright-core'
import { openFrontDesk, type FrontDesk } from '#tests/journeys/front_desk'

const BOOK = '/admin/booking/book'

test.group('The desk in a browser', (group) => {
  let desk: FrontDesk
  group.setup(async () => {
    desk = await openFrontDesk()
    return () => desk.close()
  })

  const typed = (page: Page) =>
    page.locator('main form[method=post]').evaluate((form: HTMLFormElement) => {
      const names = ['first_name', 'last_name', 'email', 'offer']
      return names.map((name) => (form.elements.namedItem(name) as HTMLInputElement).value)
    })

  async function callerTyped(page: Page, name: string) {
    await page.getByLabel('First name').fill(name)
    await page.getByLabel('Last name').fill('Lindqvist')
    await page.getByLabel('E-mail', { exact: true }).fill(`${name}@example.org`)
  }

  const books = (page: Page) =>
    Promise.all([
      page.waitForURL(/appointments\/\d+$/),
      page.getByRole('button', { name: 'Book the appointment' }).click(),
    ])

  test('B12 another service and another day leave what is typed as it is', async ({
    assert,
    cleanup,
  }) => {
    const staff = await desk.staff(`${BOOK}?offer=stuttgart%2Ffitting`)
    cleanup(() => staff.close())
    const { page } = staff
    await callerTyped(page, 'zora')
    const before = await page.locator('#desk-time h2').innerText()
    await page.locator('.month__table a').last().click()
    await page.waitForFunction((text) => {
      const day = document.querySelector('#desk-time h2')
      return day?.textContent !== text && day === document.activeElement
    }, before)
    assert.deepEqual((await typed(page)).slice(0, 2), ['zora', 'Lindqvist'])
    await page.locator('select[name=offer]').selectOption('pisa/identity-card')
    await page.getByRole('button', { name: 'Show free times' }).click()
    await page.getByLabel('Renewal').check()
    const given = ['zora', 'Lindqvist', 'zora@example.org', 'pisa/identity-card']
    assert.deepEqual(await typed(page), given)
    // Half of a day under the bar of the panel is a small target.
    await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }))
    assert.deepEqual(await staff.axe(), [])
    await page.getByLabel(/privacy information/).check()
    await books(page)
    assert.include(await page.locator('main').innerText(), 'zora Lindqvist')
    assert.match((await desk.mailbox.next('zora@example.org')).subject!, /BB\d{3}/)
    assert.deepEqual(staff.problems(), [])
  }).timeout(120_000)

  test('back to the form after booking: the next caller gets an appointment of their own', async ({
    assert,
    cleanup,
  }) => {
    const staff = await desk.staff(`${BOOK}?offer=stuttgart%2Ffitting`)
    cleanup(() => staff.close())
    const { page } = staff
    await callerTyped(page, 'yrsa')
    await books(page)
    const first = page.url()
    await page.goBack()
    await callerTyped(page, 'xenia')
    const times = page.locator('select[name=starts_at]')
    await times.selectOption(await times.locator('option').last().getAttribute('value'))
    await books(page)
    assert.notEqual(page.url(), first)
    assert.include(await page.locator('main').innerText(), 'xenia Lindqvist')
    assert.deepEqual(staff.problems(), [])
  }).timeout(120_000)

  test('a customer is found while typing and chosen by keyboard; Enter in the search books nobody', async ({
    assert,
    cleanup,
  }) => {
    const staff = await desk.staff(`${BOOK}?offer=stuttgart%2Ffitting`)
    cleanup(() => staff.close())
    const { page } = staff
    await page.getByLabel('Find a customer').pressSequentially('sonnf')
    const found = page.locator('#desk-found button').first()
    await found.waitFor()
    assert.deepEqual(await staff.axe(), [])
    await page.keyboard.press('Enter')
    await page.waitForTimeout(300)
    assert.include(page.url(), BOOK)
    await staff.tabTo(found)
    const name = await found.locator('strong').innerText()
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
    assert.include(await page.locator('#customer').innerText(), name)
    assert.deepEqual(await staff.axe(), [])
    await books(page)
    assert.include(await page.locator('main').innerText(), name)
    assert.deepEqual(staff.problems(), [])
  }).timeout(120_000)
})

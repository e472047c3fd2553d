import { test } from '@japa/runner'
import type { Page } from 'playwright-core'
import { onward, openVisitor } from '#tests/kit/browser'
import { linksIn } from '#tests/kit/mailbox'
import { openFrontDesk, openSite, type FrontDesk } from '#tests/journeys/front_desk'

const OPEN_DAYS = 7
/** 09:00 to 17:30 every half hour; 17:30 does not fit before closing. */
const ROWS = 18

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

test.group('001 Week grid of free times', (group) => {
  let desk: FrontDesk
  group.setup(async () => {
    desk = await openFrontDesk()
    return () => desk.close()
  })

  const visitorOf = (options: { javaScript?: boolean; width?: number } = {}) =>
    openVisitor({ url: desk.server.url, locale: 'de-DE', ...options })

  const week = '/booking/stuttgart/fitting/week'

  async function fillIn(page: Page, firstName: string, email: string) {
    await page.getByLabel('Vorname').fill(firstName)
    await page.getByLabel('Nachname').fill('Klarbach')
    await page.getByLabel('E-Mail-Adresse').fill(email)
    await onward(page, () => button(page, 'Weiter').click())
  }

  test('B1, B2, B5, B6 a link on the homepage leads to the week of one template', async ({
    assert,
    cleanup,
  }) => {
    const link = `${desk.server.url}/booking?location=stuttgart&service=fitting&lang=de`
    const site = await openSite(`<a href="${link}">Termin</a>`)
    const visitor = await visitorOf()
    cleanup(async () => {
      await visitor.close()
      await site.close()
    })
    const { page } = visitor
    await page.goto(site.url)
    await onward(page, () => page.getByText('Termin').click())
    await onward(page, () => page.getByRole('link', { name: 'Woche' }).click())
    const heads = async () => page.locator('.week__table thead th .visually-hidden').allInnerTexts()
    const first = (await heads()).slice(1)
    assert.lengthOf(first, OPEN_DAYS)
    assert.match(first[0], /^Dienstag/)
    // Sundays are closed and left out.
    assert.isFalse(first.some((day) => day.startsWith('Sonntag')))
    assert.isTrue(first.some((day) => day.startsWith('Samstag')))
    const cells = page.locator('.week__table tbody td')
    assert.equal(await cells.count(), OPEN_DAYS * ROWS)
    const last = await page.locator('.week__table tbody tr').last().locator('td').allInnerTexts()
    assert.deepEqual([...new Set(last.map((text) => text.split('\n')[0].trim()))], ['x'])
    assert.isAbove(await page.locator('.week__taken').count(), OPEN_DAYS)

    await onward(page, () => page.locator('#week-next').click())
    const second = (await heads()).slice(1)
    assert.lengthOf(second, OPEN_DAYS)
    assert.isEmpty(second.filter((day) => first.includes(day)))
    await onward(page, () => page.locator('#week-previous').click())
    assert.deepEqual((await heads()).slice(1), first)
    assert.equal(await page.locator('a#week-previous').count(), 0)
    assert.deepEqual(
      visitor.problems().filter((line) => !line.includes(site.host)),
      []
    )
  }).timeout(120_000)

  test('B8–B11 a time of the grid is booked, x for others, in the planner at once', async ({
    assert,
    cleanup,
  }) => {
    const [visitor, other] = [await visitorOf(), await visitorOf()]
    const planner = await desk.staff(`/admin/scheduling/day?date=${desk.today}&location=1`)
    const home = await desk.staff('/admin')
    const all = [visitor, other, planner, home]
    cleanup(async () => void (await Promise.all(all.map((one) => one.close()))))
    const { page } = visitor
    await visitor.open(week)
    // The last free time of today: the first column.
    const column = page.locator('.week__table tbody tr td:nth-child(2) button')
    const value = (await column.last().getAttribute('value'))!
    // All three cabins: two others book the same start first, so that it turns to x.
    for (const [name, who] of [
      ['Gelmo', other],
      ['Havia', other],
    ] as const) {
      if ((await who.open(week)) !== 200) throw new Error('no week')
      const slot = who.page.locator(`button[value="${value}"]`)
      if ((await slot.count()) === 0) break
      await onward(who.page, () => slot.click())
      await onward(who.page, () => who.page.getByRole('link', { name: 'Weiter' }).click())
      await fillIn(who.page, name, `${name.toLowerCase()}@example.org`)
      await who.page.locator('altcha-widget input[type=checkbox]').waitFor()
      await button(who.page, 'Termin bestätigen').click()
      await who.page.waitForURL('**/booking/manage/**')
    }
    await visitor.open(week)
    await other.open(week)
    const mine = page.locator(`button[value="${value}"]`)
    assert.equal(await mine.count(), 1)
    await onward(page, () => mine.click())
    assert.match(await page.locator('.choice-bar').innerText(), /Dienstag/)
    // Held: x at once for everybody else, and refused to who still saw it free.
    await onward(other.page, () => other.page.locator(`button[value="${value}"]`).click())
    assert.include(await other.page.locator('h1').innerText(), 'nicht mehr frei')
    assert.equal(await other.page.locator('main button[name=starts_at]').count(), 3)
    await other.open(week)
    assert.equal(await other.page.locator(`button[value="${value}"]`).count(), 0)

    await onward(page, () => page.getByRole('link', { name: 'Weiter' }).click())
    await fillIn(page, 'Junara', 'junara@example.org')
    await page.locator('altcha-widget input[type=checkbox]').waitFor()
    await button(page, 'Termin bestätigen').click()
    await page.waitForURL('**/booking/manage/**')
    const booked = performance.now()
    for (const staff of [planner, home]) {
      await staff.page.getByText('Junara Klarbach').first().waitFor({ timeout: 2000 })
    }
    console.log(`    seen by staff after ${Math.round(performance.now() - booked)} ms`)
    const mail = await desk.mailbox.next('junara@example.org')
    assert.include(mail.subject!, await page.locator('.ticket__number').innerText())
    assert.include(mail.text!, 'Bitte bringen Sie Ihre jetzige Brille mit')
    assert.isAbove(linksIn(mail).length, 0)
    for (const one of [visitor, planner, home]) assert.deepEqual(one.problems(), [])
  }).timeout(180_000)

  test('B5, B7, B10 by the keyboard alone, on a phone’s width', async ({ assert, cleanup }) => {
    const visitor = await visitorOf({ width: 390 })
    cleanup(() => visitor.close())
    const { page } = visitor
    const enter = () => onward(page, () => page.keyboard.press('Enter'))
    await visitor.open(week)
    await visitor.tabTo(page.locator('#week-next'))
    await enter()
    await visitor.tabTo(page.locator('.week__slot').first())
    await enter()
    await visitor.tabTo(page.getByRole('link', { name: 'Weiter' }), 6)
    await enter()
    for (const [label, text] of [
      ['Vorname', 'Ilvio'],
      ['Nachname', 'Talmühl'],
      ['E-Mail-Adresse', 'ilvio@example.org'],
    ]) {
      await visitor.tabTo(page.getByLabel(label))
      await page.keyboard.type(text)
    }
    await enter()
    await visitor.tabTo(page.locator('altcha-widget input[type=checkbox]'))
    await page.keyboard.press('Space')
    await page.getByText('Überprüft').waitFor()
    await visitor.tabTo(button(page, 'Termin bestätigen'))
    await page.keyboard.press('Enter')
    await page.waitForURL('**/booking/manage/**')
    const mail = await desk.mailbox.next('ilvio@example.org')
    assert.include(mail.subject!, await page.locator('.ticket__number').innerText())
    assert.deepEqual(visitor.problems(), [])
  }).timeout(120_000)

  test('B5, B9, B10 without JavaScript', async ({ assert, cleanup }) => {
    const visitor = await visitorOf({ javaScript: false })
    cleanup(() => visitor.close())
    const { page } = visitor
    await visitor.open(week)
    await onward(page, () => page.locator('#week-next').click())
    await onward(page, () => page.locator('.week__slot').last().click())
    await onward(page, () => page.getByRole('link', { name: 'Weiter' }).click())
    await fillIn(page, 'Fiora', 'fiora@example.org')
    await desk.server.skip(10_500)
    await onward(page, () => button(page, 'Termin bestätigen').click())
    const mail = await desk.mailbox.next('fiora@example.org')
    await page.goto(linksIn(mail).find((href) => href.includes('/booking/confirm/'))!)
    await onward(page, () => page.locator('main form button').click())
    const number = (await page.locator('.ticket__number').innerText()).trim()
    assert.match(number, /^AA\d{3}$/)
    assert.include((await desk.mailbox.next('fiora@example.org', 2)).subject!, number)
  }).timeout(120_000)
})

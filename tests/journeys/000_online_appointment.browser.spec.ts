import { test } from '@japa/runner'
import type { FrameLocator, Page } from 'playwright-core'
import { onward, openVisitor } from '#tests/kit/browser'
import { linksIn } from '#tests/kit/mailbox'
import { openFrontDesk, openSite, type FrontDesk } from '#tests/journeys/front_desk'

const button = (page: Page | FrameLocator, name: string | RegExp) =>
  page.getByRole('button', { name })

/** Fills in what the identity card asks for (B8). */
async function fillIn(page: Page | FrameLocator, email: string) {
  await page.getByLabel('Nome').first().fill('Amaris')
  await page.getByLabel('Cognome').fill('Rovente')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Rinnovo').check()
  await page.getByLabel(/informativa sulla privacy/).check()
}

test.group('000 Online appointment service', (group) => {
  let desk: FrontDesk
  group.setup(async () => {
    desk = await openFrontDesk()
    return () => desk.close()
  })

  const visitorOf = (options: { javaScript?: boolean } = {}) =>
    openVisitor({ url: desk.server.url, locale: 'it-IT', ...options })

  test('B1–B4, B7–B11 from the organisation’s site to the ticket in the mailbox', async ({
    assert,
    cleanup,
  }) => {
    const site = await openSite(`<a href="${desk.server.url}/booking?lang=it">Prenota</a>`)
    const [visitor, other] = [await visitorOf(), await visitorOf()]
    const planner = await desk.staff(`/admin/scheduling/day?date=${desk.today}&location=2`)
    const home = await desk.staff('/admin')
    cleanup(async () => {
      await Promise.all([visitor, other, planner, home].map((one) => one.close()))
      await site.close()
    })
    const { page } = visitor

    await page.goto(site.url)
    await onward(page, () => page.getByText('Prenota').click())
    await page.getByLabel('Servizio').selectOption('identity-card')
    await onward(page, () => button(page, 'Mostra gli orari liberi').click())
    await page
      .getByRole('link', { name: /orari liberi/ })
      .nth(1)
      .click()
    await page.waitForURL(/day=/)
    await page.goto(`/booking/pisa/identity-card?day=${desk.today}`)
    await other.open(`/booking/pisa/identity-card?day=${desk.today}`)
    const slot = page.locator('.time-slot').last()
    const value = (await slot.getAttribute('value'))!
    const time = (await slot.locator('[aria-hidden]').innerText()).trim()
    await onward(page, () => slot.click())
    assert.include(await page.locator('.choice-bar').innerText(), time)

    // B7: only one at a time, Cancel first.
    await onward(page, () => page.locator('.time-slot').first().click())
    assert.include(await page.locator('main').innerText(), 'Ha già scelto un orario')
    await onward(page, () => button(page, 'Annulla').click())
    assert.equal(await page.locator('.choice-bar').count(), 0)
    await onward(page, () => page.locator(`.time-slot[value="${value}"]`).click())
    await onward(page, () => page.getByRole('link', { name: 'Continua' }).click())

    // B8: errors in words, what was typed stays.
    await page.getByLabel('Nome').first().fill('Amaris')
    await onward(page, () => button(page, 'Continua').click())
    assert.isTrue(
      await page.locator('.error-summary').evaluate((e) => e === document.activeElement)
    )
    assert.equal(await page.getByLabel('Nome').first().inputValue(), 'Amaris')
    await fillIn(page, 'amaris@example.org')
    await onward(page, () => button(page, 'Continua').click())

    // B11: who still sees the time as free cannot take it.
    await onward(other.page, () => other.page.locator(`.time-slot[value="${value}"]`).click())
    const otherUrl = other.page.url()

    await page.locator('altcha-widget input[type=checkbox]').waitFor()
    await button(page, 'Conferma l’appuntamento').click()
    await page.waitForURL('**/booking/manage/**')
    const booked = performance.now()
    const number = (await page.locator('.ticket__number').innerText()).trim()
    assert.match(number, /^BB\d{3}$/)
    for (const staff of [planner, home]) {
      await staff.page.getByText('Amaris Rovente').first().waitFor({ timeout: 2000 })
    }
    console.log(`    seen by staff after ${Math.round(performance.now() - booked)} ms`)
    assert.match(await planner.page.locator('#day').innerText(), new RegExp(number))
    assert.isString(otherUrl)

    const mail = await desk.mailbox.next('amaris@example.org')
    assert.include(mail.subject!, number)
    assert.include(mail.text!, time)
    assert.include(mail.text!, 'Porti una foto recente')
    assert.include(mail.raw, 'method=REQUEST')
    const [link] = linksIn(mail).filter((href) => href.includes('/booking/manage/'))
    await page.goto(link)
    assert.include(await page.locator('main').innerText(), number)
    assert.notInclude(await page.content(), 'Rovente')
    assert.deepEqual(
      visitor.problems().filter((line) => !line.includes(site.host)),
      []
    )
  }).timeout(120_000)

  test('B7–B10 by the keyboard alone', async ({ assert, cleanup }) => {
    const visitor = await visitorOf()
    cleanup(() => visitor.close())
    const { page } = visitor
    const enter = () => onward(page, () => page.keyboard.press('Enter'))
    await visitor.open('/booking?location=pisa')
    await visitor.tabTo(page.getByLabel('Servizio'))
    await page.keyboard.type('Carta')
    await visitor.tabTo(button(page, 'Mostra gli orari liberi'))
    await enter()
    await visitor.tabTo(page.locator('.month__table a').last())
    await page.keyboard.press('Enter')
    await page.waitForURL(/day=/)
    await visitor.tabTo(page.locator('.time-slot').first())
    await enter()
    await visitor.tabTo(page.getByRole('link', { name: 'Continua' }), 6)
    await enter()
    for (const [label, text] of [
      ['Nome', 'Bodo'],
      ['Cognome', 'Montesol'],
      ['E-mail', 'bodo@example.org'],
    ]) {
      await visitor.tabTo(page.getByLabel(label).first())
      await page.keyboard.type(text)
    }
    await visitor.tabTo(page.getByLabel('Primo rilascio'))
    await page.keyboard.press('Space')
    await visitor.tabTo(page.getByLabel(/informativa sulla privacy/))
    await page.keyboard.press('Space')
    await visitor.tabTo(button(page, 'Continua'))
    await enter()
    await visitor.tabTo(page.locator('altcha-widget input[type=checkbox]'))
    await page.keyboard.press('Space')
    await page.getByText('Verificato').waitFor()
    await visitor.tabTo(button(page, 'Conferma l’appuntamento'))
    await page.keyboard.press('Enter')
    await page.waitForURL('**/booking/manage/**')
    const mail = await desk.mailbox.next('bodo@example.org')
    assert.include(mail.subject!, await page.locator('.ticket__number').innerText())
    assert.deepEqual(visitor.problems(), [])
  }).timeout(120_000)

  test('B9, B10 without JavaScript the mailed link confirms', async ({ assert, cleanup }) => {
    const visitor = await visitorOf({ javaScript: false })
    cleanup(() => visitor.close())
    const { page } = visitor
    await visitor.open('/booking?location=pisa&service=identity-card')
    await onward(page, () => page.locator('.month__table a').last().click())
    await onward(page, () => page.locator('.time-slot').first().click())
    await onward(page, () => page.getByRole('link', { name: 'Continua' }).click())
    await fillIn(page, 'celio@example.org')
    await onward(page, () => button(page, 'Continua').click())
    await desk.server.skip(10_500)
    await onward(page, () => button(page, 'Conferma l’appuntamento').click())
    assert.include(await page.locator('h1').innerText(), 'Manca un passo')
    const mail = await desk.mailbox.next('celio@example.org')
    await page.goto(linksIn(mail).find((href) => href.includes('/booking/confirm/'))!)
    await onward(page, () => page.locator('main form button').click())
    const number = (await page.locator('.ticket__number').innerText()).trim()
    const ticket = await desk.mailbox.next('celio@example.org', 2)
    assert.include(ticket.subject!, number)

    await page.goto(linksIn(ticket).find((href) => href.includes('/booking/manage/'))!)
    await onward(page, () => page.getByRole('link', { name: 'Cambia orario' }).click())
    await onward(page, () => page.locator('.time-slot').last().click())
    const moved = await desk.mailbox.next('celio@example.org', 3)
    assert.include(moved.raw, 'method=REQUEST')
    await onward(page, () => page.getByRole('link', { name: /Annulla/ }).click())
    await page.locator('textarea').fill('Sono malato')
    await onward(page, () => page.locator('main form button').click())
    const gone = await desk.mailbox.next('celio@example.org', 4)
    assert.include(gone.text!, 'Sono malato')
    assert.include(gone.raw, 'method=CANCEL')
  }).timeout(120_000)

  test('B12 the desk books, moves and cancels for a customer who phones', async ({
    assert,
    cleanup,
  }) => {
    const staff = await desk.staff('/admin/booking/book')
    cleanup(() => staff.close())
    const { page } = staff
    const toNumber = async () => (await page.locator('main').innerText()).match(/BB\d{3}/)![0]
    await page.locator('select[name=offer]').selectOption('pisa/identity-card')
    await page.getByRole('button', { name: 'Show free times' }).click()
    await page.getByLabel('Renewal').waitFor()
    const times = await page.locator('select[name=starts_at] option').all()
    const last = await times.at(-1)!.getAttribute('value')
    await page.locator('select[name=starts_at]').selectOption(last)
    await page.getByLabel('First name').fill('Dorea')
    await page.getByLabel('Last name').fill('Klarbach')
    await page.getByLabel('E-mail', { exact: true }).fill('dorea@example.org')
    await page.locator('select[name=locale]').selectOption('it')
    await page.getByLabel('Renewal').check()
    await page.getByLabel(/privacy information/).check()
    await onward(page, () => page.getByRole('button', { name: 'Book the appointment' }).click())
    const mail = await desk.mailbox.next('dorea@example.org')
    assert.include(mail.subject!, await toNumber())
    assert.match(mail.subject!, /appuntamento/)
    assert.include(mail.raw, 'method=REQUEST')

    await onward(page, () => page.getByRole('link', { name: 'Change the time' }).click())
    await onward(page, () => page.locator('.month__table a').last().click())
    await onward(page, () => page.locator('.time-slot').last().click())
    const moved = await desk.mailbox.next('dorea@example.org', 2)
    assert.include(moved.subject!, await toNumber())

    const head = page.locator('main')
    const cancel = head.getByRole('link', { name: 'Cancel' })
    await cancel
      .or(head.getByRole('button', { name: 'Cancel' }))
      .first()
      .click()
    await page.locator('textarea[name$="reason"], textarea').first().fill('Ha chiamato')
    await onward(page, () =>
      page.locator('main form button[type=submit], dialog button[type=submit]').last().click()
    )
    const gone = await desk.mailbox.next('dorea@example.org', 3)
    assert.include(gone.raw, 'method=CANCEL')
    assert.include(gone.text!, 'Ha chiamato')
    assert.deepEqual(staff.problems(), [])
  }).timeout(120_000)

  test('B1 in a frame on the organisation’s site, allowed hosts only', async ({
    assert,
    cleanup,
  }) => {
    const frame = `<iframe src="${desk.server.url}/booking?embed=1&location=pisa&lang=it" width="900" height="900"></iframe>`
    const [allowed, refused] = [await openSite(frame), await openSite(frame)]
    await desk.server.query('update organisation_profiles set allowed_embed_hosts = ?', [
      JSON.stringify([allowed.host]),
    ])
    const visitor = await visitorOf()
    cleanup(async () => {
      await visitor.close()
      await Promise.all([allowed.close(), refused.close()])
    })
    const { page } = visitor
    await page.waitForTimeout(600)
    await page.goto(refused.url)
    const inFrame = page.frameLocator('iframe')
    assert.equal(await inFrame.locator('h1').filter({ hasText: 'Prenot' }).count(), 0)
    assert.match(visitor.problems().join('\n'), /frame-ancestors/)

    await page.goto(allowed.url)
    await inFrame.getByLabel('Servizio').selectOption('identity-card')
    await button(inFrame, 'Mostra gli orari liberi').click()
    await inFrame.locator('.month__table a').last().click()
    await inFrame.locator('.time-slot').first().click()
    await inFrame.getByRole('link', { name: 'Continua' }).click()
    await fillIn(inFrame, 'emilo@example.org')
    await button(inFrame, 'Continua').click()
    await inFrame.locator('altcha-widget input[type=checkbox]').waitFor()
    await button(inFrame, 'Conferma l’appuntamento').click()
    await inFrame.locator('.ticket__number').waitFor()
    assert.equal(await inFrame.locator('header, footer').count(), 0)
    const mail = await desk.mailbox.next('emilo@example.org')
    assert.include(mail.subject!, await inFrame.locator('.ticket__number').innerText())
    assert.deepEqual(await visitor.context.cookies(), [])
  }).timeout(120_000)
})

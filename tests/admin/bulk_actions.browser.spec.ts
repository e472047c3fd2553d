import { test } from '@japa/runner'
import { demoDesk, type DemoDesk } from '#tests/admin/demo_desk'
import { type VisitorOptions } from '#tests/kit/browser'

const NOW = Date.parse('2026-11-24T08:00:00Z')
const LIST = '/admin/booking/appointments'

test.group('Actions on many records, in a browser', (group) => {
  let demo: DemoDesk

  group.setup(async () => {
    demo = await demoDesk(NOW)
    return async () => void (await demo.server.stop())
  })

  const owner = (options: Partial<VisitorOptions> = {}) => demo.owner(options)

  test('by keyboard: tick, ask in a dialog, Escape brings the focus back, confirm', async ({
    assert,
  }) => {
    const desk = await owner()
    const { page } = desk
    await desk.open(LIST)
    assert.isFalse(await page.locator('#bulk').isVisible())
    const boxes = page.locator('input[name="ids[]"]')
    for (const index of [0, 1]) {
      await boxes.nth(index).focus()
      await page.keyboard.press('Space')
    }
    const button = page.locator('#bulk').getByRole('button', { name: 'Cancel' })
    assert.equal(await page.locator('#bulk output').textContent(), '2')
    assert.deepEqual(await desk.axe(), [])
    if (process.env.SCREENSHOTS) await desk.screenshot('bulk-list')

    await button.focus()
    await page.keyboard.press('Enter')
    const dialog = page.locator('#ask-dialog')
    await dialog.waitFor()
    assert.include(await dialog.textContent(), '2 appointments will be cancelled.')
    assert.deepEqual(await desk.axe(), [])
    if (process.env.SCREENSHOTS) await desk.screenshot('bulk-dialog')
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
    assert.isTrue(await button.evaluate((one) => one === document.activeElement))

    await page.keyboard.press('Enter')
    await dialog.waitFor()
    await dialog.locator('button.button').click()
    await page.locator('main .notice[data-tone=success]').waitFor()
    assert.include(await page.locator('main .notice').textContent(), 'done for 2 entries')
    assert.deepEqual(desk.problems(), [])
    await desk.close()
  }).timeout(90_000)

  test('without JavaScript the question is a page', async ({ assert }) => {
    const desk = await owner({ javaScript: false, width: 390, address: '10.8.77.1' })
    const { page } = desk
    await desk.open(LIST)
    await page.locator('input[name="ids[]"]').nth(3).check()
    await page.locator('#bulk').getByRole('button', { name: 'Cancel' }).click()
    assert.include(page.url(), `${LIST}/bulk/cancel`)
    assert.include(await page.locator('#ask').textContent(), '1 appointment will be cancelled.')
    assert.isTrue(await desk.reflows())
    if (process.env.SCREENSHOTS) await desk.screenshot('bulk-ask-390')
    await page.locator('#ask form button').click()
    await page.locator('main .notice[data-tone=success]').waitFor()
    await desk.close()
  }).timeout(90_000)

  test('a file is saved from the dialog, which then is gone, also by a double click', async ({
    assert,
  }) => {
    const desk = await owner({ address: '10.8.79.1' })
    const { page } = desk
    await desk.open(LIST)
    for (const index of [4, 5]) await page.locator('input[name="ids[]"]').nth(index).check()
    const button = page.locator('#bulk').getByRole('button', { name: 'Ticket as PDF' })
    await button.click()
    const dialog = page.locator('#ask-dialog')
    await dialog.waitFor()
    assert.include(await dialog.textContent(), '2 tickets will be saved in one PDF, one a page.')
    if (process.env.SCREENSHOTS) await desk.screenshot('bulk-ticket-dialog')

    const sent: string[] = []
    page.on('request', (request) => {
      if (request.isNavigationRequest()) sent.push(request.method())
    })
    await page.evaluate(() => {
      document.addEventListener('click', ({ detail }) => (document.title += ` ${detail}`))
    })
    const title = await page.title()
    const saved = page.waitForEvent('download')
    await dialog.locator('form[method=post] button').dblclick()
    assert.match((await saved).suggestedFilename(), /^tickets-2026-11-24\.pdf$/)
    assert.isFalse(await dialog.isVisible())
    assert.equal(await page.title(), `${title} 1`, 'the second click reaches nothing')
    assert.deepEqual(sent, ['POST', 'GET'])

    await button.focus()
    await page.keyboard.press('Enter')
    await dialog.waitFor()
    const again = page.waitForEvent('download')
    await dialog.locator('form[method=post] button').press('Enter')
    await again
    assert.isFalse(await dialog.isVisible())
    assert.isTrue(await button.evaluate((one) => one === document.activeElement))
    assert.deepEqual(desk.problems(), [])
    await desk.close()
  }).timeout(90_000)

  test('without JavaScript the file comes from the page of the question', async ({ assert }) => {
    const desk = await owner({ javaScript: false, address: '10.8.80.1' })
    const { page } = desk
    await desk.open(LIST)
    for (const index of [4, 5]) await page.locator('input[name="ids[]"]').nth(index).check()
    await page.locator('#bulk').getByRole('button', { name: 'Ticket as PDF' }).click()
    const saved = page.waitForEvent('download')
    await page.locator('#ask form button').click()
    assert.match((await saved).suggestedFilename(), /^tickets.*\.pdf$/)
    assert.isTrue(await page.locator('#ask').isVisible())
    await desk.close()
  }).timeout(90_000)

  test('a long run is followed while it lasts', async ({ assert }) => {
    await demo.server.query(`update jobs_jobs set state = 'done'`)
    const insert = `insert into jobs_jobs (public_id, kind, owner, payload, state, run_at, attempts, created_at, version)
      values (?, 'testing.nothing', 'testing', '{}', 'failed', 0, 0, 0, 1)`
    for (let i = 0; i < 150; i++) await demo.server.query(insert, [`run-${i}`])
    const desk = await owner({ theme: 'dark', address: '10.8.78.1' })
    const { page } = desk
    await desk.open('/admin/jobs/jobs?state=failed')
    await page.locator('input[name="ids[]"]').first().check()
    await page.locator('#bulk input[name=all]').check()
    await page.locator('#bulk [data-ask]').click()
    await page.locator('#ask-dialog').waitFor()
    await page.locator('#ask-dialog form[method=post] button').click()
    await page.waitForURL('**/admin/runs/**')
    if (process.env.SCREENSHOTS) await desk.screenshot('bulk-run')
    await page.locator('#run .notice').waitFor({ timeout: 20_000 })
    assert.include(await page.locator('#run .notice').textContent(), 'done for 150 entries')
    assert.deepEqual(await desk.axe(), [])
    if (process.env.SCREENSHOTS) await desk.screenshot('bulk-run-done')
    await desk.close()
  }).timeout(90_000)
})

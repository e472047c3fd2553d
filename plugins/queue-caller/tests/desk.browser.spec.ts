import { setTimeout as wait } from 'node:timers/promises'
import { test } from '@japa/runner'
import type { Page } from 'playwright-core'
import { demoDesk, type DemoDesk } from '#tests/admin/demo_desk'
import { faultsOf } from '#tests/kit/accessibility'
import { onward, type Visitor } from '#tests/kit/browser'

const COUNTER = '/admin/queue-caller/counter'
const BOARD = '/admin/queue-caller/board'
const SCREENS = [
  [390, 'dark'],
  [320, 'light'],
  [1280, 'light'],
] as const

/** Of the demo, which has queues of its own; nothing points at what goes. */
const EMPTIED = [
  ...['events', 'tickets', 'days', 'sessions', 'screens', 'kiosks'],
  ...['counter_lines', 'counters', 'line_services', 'lines'],
]
const LINE = `insert into queue_caller_lines (location_id, letter, name, first_number, last_number, extra_calls, interval_minutes, grace_seconds, early_minutes, late_minutes, most_in_a_row, longest_wait_minutes, target_minutes, service_minutes, position, active, created_at, updated_at)
  values (1, 'A', '{"en":"Advice"}', 1, 999, 3, 10, 90, 0, 15, 2, 60, 20, 10, 0, true, 0, 0)`
const COUNTERS = `insert into queue_caller_counters (location_id, label, position, active, created_at, updated_at)
  values (1, 'Counter 1', 0, true, 0, 0), (1, 'Counter 2', 1, true, 0, 0)`
const SERVED = `insert into queue_caller_counter_lines (counter_id, line_id) select c.id, l.id from queue_caller_counters c, queue_caller_lines l`

const code = (page: Page) => page.locator('.queue-now__code')
const rows = (page: Page) => page.locator('.queue-table tbody tr')
const said = (page: Page) => page.locator('#counter-said')

test.group('The counter in a browser', (group) => {
  let desk: DemoDesk

  group.setup(async () => {
    desk = await demoDesk()
    for (const table of EMPTIED) await desk.server.query(`delete from queue_caller_${table}`)
    for (const sql of [LINE, COUNTERS, SERVED]) await desk.server.query(sql)
    // The server keeps its lines for half a second.
    await wait(600)
    return async () => void (await desk.server.stop())
  })

  group.each.setup(async () => {
    for (const table of ['events', 'tickets', 'days', 'sessions']) {
      await desk.server.query(`delete from queue_caller_${table}`)
    }
  })

  /** Sits down at the first free counter, by mouse. */
  async function sitDown({ page }: Visitor, label = 'Counter 1') {
    await page.goto(COUNTER)
    await onward(page, () => page.getByRole('button', { name: label }).click())
  }

  /** Gives a number to somebody who has come in, with keys alone. */
  async function giveNumber(page: Page) {
    const before = await said(page).innerText()
    await page.keyboard.press('w')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.waitForFunction(
      (text) => document.querySelector<HTMLElement>('#counter-said')?.innerText !== text,
      before
    )
  }

  test('Q6 a whole ticket is worked by keys alone, and a second browser sees each step', async ({
    assert,
    cleanup,
  }) => {
    const staff = await desk.owner()
    const watcher = await desk.owner({ at: BOARD })
    cleanup(() => staff.close())
    cleanup(() => watcher.close())
    const { page } = staff
    await sitDown(staff)
    const state = (text: string) =>
      watcher.page.locator('.queue-board tr', { hasText: 'Counter 1' }).filter({ hasText: text })
    await state('Free').waitFor()
    await giveNumber(page)
    assert.match(await said(page).innerText(), /^A001/)
    await giveNumber(page)
    await rows(page).nth(1).waitFor()
    assert.deepEqual(await staff.axe(), [])

    await page.keyboard.press('n')
    await code(page).waitFor()
    assert.equal(await code(page).innerText(), 'A001')
    await state('A001 called').waitFor()
    await page.keyboard.press('s')
    await page.locator('#do-finish').waitFor()
    await state('Serving A001').waitFor()
    assert.deepEqual(await staff.axe(), [])

    await page.keyboard.press('o')
    await page.locator('#ask-dialog input[name=note]').fill('comes with a dog')
    await onward(page, () => page.keyboard.press('Enter'))
    await page.getByText('comes with a dog').waitFor()
    await page.keyboard.press('p')
    await page.locator('.queue-parked').waitFor()
    await page.keyboard.press('z')
    await page.locator('.queue-parked').waitFor({ state: 'detached' })
    await page.keyboard.press('m')
    await page.locator('.queue-now__code', { hasText: 'A002' }).waitFor()
    await state('A002 called').waitFor()
    await page.keyboard.press('d')
    await page.locator('[data-section=again]').waitFor()
    await state('Free').waitFor()

    // A row has letters of its own.
    await page.keyboard.press('j')
    await page.keyboard.press('u')
    await page.locator('tr[data-urgent=yes]').waitFor()
    await page.keyboard.press('c')
    await page.locator('#do-start').waitFor()
    await page.keyboard.press('s')
    await page.locator('#do-finish').waitFor()
    await page.keyboard.press('f')
    await code(page).waitFor({ state: 'detached' })
    await page.keyboard.press('q')
    await page.getByText('Choose the counter at which you serve.').waitFor()
    const over = await desk.server.query<{ code: string; state: string }>(
      'select code, state from queue_caller_tickets order by id'
    )
    assert.deepEqual(
      over.map((one) => `${one.code} ${one.state}`),
      ['A001 served', 'A002 served']
    )
    assert.deepEqual([...staff.problems(), ...watcher.problems()], [])
  }).timeout(120_000)

  test('Q6 a key that is held down and a double click call one', async ({ assert, cleanup }) => {
    const staff = await desk.owner()
    cleanup(() => staff.close())
    const { page } = staff
    await sitDown(staff)
    for (let nth = 0; nth < 3; nth++) await giveNumber(page)
    await page.keyboard.down('n')
    for (let nth = 0; nth < 5; nth++) await page.keyboard.down('n')
    await page.keyboard.up('n')
    await page.locator('#do-start').waitFor()
    await page.keyboard.press('s')
    const finish = page.getByRole('button', { name: 'Finish and next' })
    await finish.dblclick({ delay: 5 })
    await page.locator('.queue-now__code', { hasText: 'A002' }).waitFor()
    await wait(800)
    const states = await desk.server.query<{ state: string }>(
      'select state from queue_caller_tickets order by id'
    )
    assert.deepEqual(
      states.map((one) => one.state),
      ['served', 'called', 'waiting']
    )
    assert.deepEqual(staff.problems(), [])
  }).timeout(90_000)

  test('news of others leave an open menu, the focus and a half-written note alone', async ({
    assert,
    cleanup,
  }) => {
    const staff = await desk.owner()
    cleanup(() => staff.close())
    const { page } = staff
    await sitDown(staff)
    await giveNumber(page)
    await giveNumber(page)
    await rows(page).nth(1).waitFor()
    await page.locator('summary[aria-label], .queue-table details summary').first().click()
    await page.keyboard.press('Tab')
    const other = await desk.owner({ javaScript: false })
    cleanup(() => other.close())
    await page.locator('#counter-work').evaluate((one) => one.setAttribute('data-old', 'yes'))
    await page.evaluate(() => fetch('/admin').then(() => {}))
    // The same person at another window gives one more number.
    await other.open(COUNTER)
    const numbers = other.page.locator('#walk-in')
    await numbers.locator('summary').click()
    await onward(other.page, () => numbers.locator('button').first().click())
    await page.locator('#counter-work:not([data-old])').waitFor({ timeout: 8000 })
    assert.equal(await page.locator('.queue-table details[open]').count(), 1)
    const focused = await page.evaluate(() => document.activeElement?.closest('tr') !== null)
    assert.isTrue(focused)

    await page.keyboard.press('Escape')
    await page.keyboard.press('w')
    await page.keyboard.press('Tab')
    await page.locator('#counter-work').evaluate((one) => one.setAttribute('data-old', 'yes'))
    await other.open(COUNTER)
    await numbers.locator('summary').click()
    await onward(other.page, () => numbers.locator('button').first().click())
    await page.locator('#counter-work:not([data-old])').waitFor({ timeout: 8000 })
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('name')), 'to_line')
    await page.keyboard.press('Escape')
    await page.locator('.queue-table details summary').first().click()
    await page.getByRole('link', { name: 'Note' }).first().click()
    await page.locator('#ask-dialog input[name=note]').fill('half of a')
    await other.open(COUNTER)
    await numbers.locator('summary').click()
    await onward(other.page, () => numbers.locator('button').first().click())
    await rows(page).nth(4).waitFor({ state: 'attached', timeout: 8000 })
    assert.equal(await page.locator('#ask-dialog input[name=note]').inputValue(), 'half of a')
    assert.deepEqual([...staff.problems(), ...other.problems()], [])
  }).timeout(90_000)

  test('Q6 everything works without JavaScript, also on a phone', async ({ assert, cleanup }) => {
    const staff = await desk.owner({ javaScript: false, width: 390 })
    cleanup(() => staff.close())
    const { page } = staff
    await sitDown(staff, 'Counter 2')
    assert.isTrue(await staff.reflows())
    const press = (name: string) =>
      onward(page, () => page.getByRole('button', { name, exact: true }).first().click())
    await page.locator('#walk-in summary').click()
    await onward(page, () => page.locator('#walk-in button').first().click())
    await press('Call the next')
    assert.equal(await code(page).innerText(), 'A001')
    for (const button of ['Start', 'Did not come']) {
      const box = (await page.getByRole('button', { name: button }).boundingBox())!
      assert.isAtLeast(box.height, 44, button)
      assert.isAbove(box.y, 700, `${button} is at the bottom`)
    }
    await press('Start')
    await onward(page, () => page.getByRole('link', { name: 'Transfer' }).click())
    await onward(page, () => page.getByRole('button', { name: 'Transfer' }).click())
    assert.match(await said(page).innerText(), /A001 has been transferred/)
    await press('Pause')
    await press('Go on')
    await press('Call the next')
    await press('Start')
    await press('Finish')
    await press('Leave the counter')
    assert.include(await page.locator('main').innerText(), 'Choose the counter')
    assert.isTrue(await staff.reflows())
    assert.deepEqual(staff.problems(), [])
  }).timeout(90_000)

  test('the pages are accessible and fit', async ({ assert, cleanup }) => {
    const staff = await desk.owner({ at: COUNTER })
    cleanup(() => staff.close())
    const { page } = staff
    const faults = async (what: string) =>
      (await faultsOf(staff, `counter-${what}`, SCREENS)).map((fault) => `${what}: ${fault}`)
    const found = await faults('choose')
    await sitDown(staff)
    found.push(...(await faults('nobody')))
    for (let nth = 0; nth < 3; nth++) {
      await page.locator('#walk-in summary').click()
      await page.locator('#walk-in button').first().click()
      await rows(page).nth(nth).waitFor()
    }
    found.push(...(await faults('waiting')))
    await page.getByRole('button', { name: 'Call the next' }).click()
    await code(page).waitFor()
    found.push(...(await faults('called')))
    const [{ id }] = await desk.server.query<{ id: number }>(
      'select max(id) as id from queue_caller_tickets'
    )
    for (const what of ['transfer', 'note', 'departure']) {
      await staff.open(`${COUNTER}/tickets/${id}/${what}`)
      found.push(...(await faults(what)))
    }
    await staff.open(BOARD)
    found.push(...(await faults('board')))
    assert.deepEqual(found, [])
  }).timeout(120_000)
})

import { test } from '@japa/runner'
import { dayNumber, localDate, localDateOf } from '#core/scheduling'
import { demoDesk, type DemoDesk } from '#tests/admin/demo_desk'
import { faultsOf } from '#tests/kit/accessibility'
import { onward } from '#tests/kit/browser'
import type { TestServer } from '#tests/kit/servers'
import { dayRows } from '#plugins/queue-caller/tests/logged_days'
import { WRITTEN_DAY } from '#plugins/queue-caller/tests/written_log'

/** The server's own clock: what it keeps of lines is read again only while time passes. */
const NOW = Date.now()
const DAY = localDate(dayNumber(localDateOf('Europe/Berlin', NOW)) - 1)
const PAGE = '/admin/queue-caller/statistics'
const SCREENS = [
  [1280, 'dark'],
  [390, 'light'],
  [320, 'dark'],
] as const

async function insert(server: TestServer, table: string, row: Record<string, unknown>) {
  const names = Object.keys(row)
  const values = Object.values(row).map((value) =>
    typeof value === 'boolean' && !process.env.TEST_DATABASE_URL ? Number(value) : value
  )
  const marks = names.map(() => '?').join(', ')
  await server.query(`insert into ${table} (${names.join(', ')}) values (${marks})`, values)
}

/** A line and counters whose ids the demo does not reach, and the day by hand. */
async function aLoggedDay(server: TestServer) {
  const kept = { active: true, created_at: NOW, updated_at: NOW, location_id: 1 }
  const rules = {
    ...{ first_number: 1, last_number: 999, extra_calls: 3, interval_minutes: 10, version: 1 },
    ...{ grace_seconds: 90, early_minutes: 0, late_minutes: 15, most_in_a_row: 2 },
    ...{ longest_wait_minutes: 60, service_minutes: 10 },
  }
  for (const [nth, letter] of ['Y', 'Z'].entries()) {
    const own = { id: 9001 + nth, letter, position: 90 + nth, target_minutes: 20 - nth * 5 }
    const name = JSON.stringify({ en: `Passports and identity cards ${letter}` })
    await insert(server, 'queue_caller_lines', { ...rules, ...kept, ...own, name })
    await insert(server, 'queue_caller_lines', {
      ...{ ...rules, ...kept, ...own, name, id: 9011 + nth, location_id: 2 },
    })
    const label = `Counter Y${nth + 1}`
    await insert(server, 'queue_caller_counters', {
      ...{ ...kept, id: 9001 + nth, label, position: 90 + nth, version: 1 },
    })
  }
  const site = { location: { id: 1, zone: 'Europe/Berlin' }, lineIds: [9001, 9002] }
  const first = { day: DAY, firstTicket: 900_001, firstEvent: 900_001 }
  const rows = dayRows({ ...site, counterIds: [9001, 9002] }, first, WRITTEN_DAY)
  for (const row of rows.tickets) await insert(server, 'queue_caller_tickets', row)
  for (const row of rows.events) await insert(server, 'queue_caller_events', row)
}

test.group('Statistics of the queue in a browser', (group) => {
  let server: DemoDesk['server']
  let owner: DemoDesk['owner']

  group.setup(async () => {
    ;({ server, owner } = await demoDesk())
    await aLoggedDay(server)
    return async () => void (await server.stop())
  })

  test('every table is accessible and fits', async ({ assert }) => {
    const desk = await owner({ address: '10.9.1.1' })
    const faults: Record<string, string[]> = {}
    for (const asked of [
      'period=yesterday',
      'period=last_7&by=weekday&of=waiting',
      'period=last_30&by=line&of=serving&location=1',
      'period=yesterday&by=service',
      'period=yesterday&by=counter&of=walking',
      'from=2020-01-01&to=2020-01-02',
    ]) {
      await desk.open(`${PAGE}?${asked}`)
      await desk.page.locator('.statistics__words summary').click()
      // A control that lies half below the bar would count as a small one.
      await desk.page.evaluate(() => scrollTo(0, 0))
      const found = await faultsOf(desk, `statistics-${asked}`, SCREENS)
      if (found.length > 0) faults[asked] = found
    }
    assert.deepEqual(faults, {})
    await desk.close()
  }).timeout(120_000)

  test('the days are chosen and the table downloaded by keyboard, without JavaScript', async ({
    assert,
  }) => {
    const desk = await owner({ javaScript: false, address: '10.9.9.1' })
    const { page } = desk
    await desk.open(PAGE)
    await page.fill('#from', DAY)
    await page.fill('#to', DAY)
    await desk.tabTo(page.locator('.statistics .admin-tools button'))
    await onward(page, () => page.keyboard.press('Enter'))
    assert.equal(await page.locator('[aria-current=page]', { hasText: 'Yesterday' }).count(), 1)
    await desk.tabTo(page.locator('.statistics__head a').first())
    const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
    assert.equal(file.suggestedFilename(), `statistics-${DAY}-${DAY}.csv`)
    await desk.close()
  })

  test('the page follows its filters at once', async ({ assert }) => {
    const desk = await owner({ address: '10.9.9.2' })
    const { page } = desk
    await desk.open(`${PAGE}?period=yesterday&by=line`)
    await page.locator('#location').selectOption('2')
    await page.waitForURL('**location=2**')
    await page.locator('#statistics').waitFor()
    assert.include(page.url(), 'by=line')
    assert.deepEqual(desk.problems(), [])
    await desk.close()
  })
})

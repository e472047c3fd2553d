import { test } from '@japa/runner'
import { Customer } from '#core/customers'
import { clock } from '#core/platform'
import { anAppointment } from '#plugins/queue-caller/tests/at_desk'
import { aCounter, aLine, Queue } from '#plugins/queue-caller/tests/queue'
import { atDesk } from '#tests/admin/desk'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import type { Answer } from '#tests/kit/http'
import { statementsOf } from '#tests/kit/statements'

const BOARD = '/admin/queue-caller/board'
const MINUTE = 60_000
const later = (minutes: number) => clock.freeze(clock.now() + minutes * MINUTE)

/** Words of the page's tables, a line for each row. */
const rowsOf = ({ text }: Answer) =>
  [...text.matchAll(/<tr role="row"[^]*?<\/tr>/g)].map(([row]) =>
    row
      .replaceAll(/<[^>]*>/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim()
  )

test.group('The live board', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, '2027-01-19T09:00:00Z')

  test('Q6 shows lines, counters, figures and alarms of a location', async ({ assert }) => {
    const queue = await Queue.open()
    const { desk, location } = queue
    await aLine(location, { letter: 'B', name: { en: 'Repairs' } })
    await aCounter([queue.line])
    await queue.walkIn()
    await queue.walkIn()
    later(10)
    await desk.call()
    await desk.does('start')
    later(8)
    await desk.does('finish')
    await desk.call()
    later(4)
    await queue.walkIn()
    later(22)
    const page = await (await atDesk('desk')).get(BOARD)
    const rows = rowsOf(page)
    assert.include(rows, 'A Advice 1 22 min 5–20 min')
    assert.include(rows, 'B Repairs 0 – No open counter')
    assert.include(rows, 'Counter 1 Ada Brandt A002 called 10:18')
    assert.include(rows, 'Counter 2 – Closed –')
    assert.include(page.text, 'A Advice: the longest wait is 22 min, over the target.')
    const figures = page.text.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')
    assert.include(figures, 'Waiting now 1 Arrived today 3 Served 1 No-shows 0 Left 0')
    assert.include(figures, 'Average wait 10 min')
  })

  test('Q6 says when people wait and nobody serves their line', async ({ assert }) => {
    const queue = await Queue.open()
    const other = await aLine(queue.location, { letter: 'B', name: { en: 'Repairs' } })
    await queue.walkIn(other)
    later(61)
    const page = await (await atDesk('desk')).get(BOARD)
    assert.include(page.text, 'B Repairs: people are waiting and no counter is open.')
    assert.include(page.text, 'B Repairs: the longest wait is 61 min, over the limit.')
  })

  test('shows the locations within reach alone, in eight statements', async ({ assert }) => {
    const [here, there] = [await Queue.open(), await Queue.open()]
    await there.location.merge({ name: 'Zyxfern' }).save()
    await here.walkIn()
    const client = await atDesk('desk', [here.location])
    const own = await client.get(BOARD)
    assert.include(own.text, 'Pisa')
    assert.notInclude(own.text, 'Zyxfern')
    const all = await atDesk('desk')
    await all.get(BOARD)
    let page: Answer | null = null
    const sent = await statementsOf(async () => (page = await all.get(BOARD)))
    assert.include(page!.text, 'Zyxfern')
    console.log(`    ${sent.length} statements`)
    assert.isAtMost(sent.length, 8)
  })

  test('“Today” says how many wait where, and leads to the counter', async ({ assert }) => {
    const queue = await Queue.open()
    const client = await atDesk('desk')
    await queue.walkIn()
    await anAppointment(queue, clock.now() + 30 * MINUTE)
    const { text } = await client.get('/admin')
    assert.include(text, '1 waiting')
    assert.include(text, 'href="/admin/queue-caller/counter"')
  })

  test('the card of a customer shows today’s ticket', async ({ assert }) => {
    const queue = await Queue.open()
    await anAppointment(queue, clock.now())
    const client = await atDesk('desk')
    await queue.desk.call()
    const { id } = await Customer.firstOrFail()
    const card = `/admin/customers/customers/${id}`
    const { text } = await client.get(card)
    assert.include(text, 'In the queue today')
    assert.include(text, 'Called')
    later(24 * 60)
    assert.notInclude((await client.get(card)).text, 'In the queue today')
  })
})

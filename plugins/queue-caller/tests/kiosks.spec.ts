import { test } from '@japa/runner'
import { clock } from '#core/platform'
import { Ticket } from '#plugins/queue-caller/models/ticket'
import { AtKiosk, START } from '#plugins/queue-caller/tests/kiosk'
import { aLine, Queue } from '#plugins/queue-caller/tests/queue'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import { isOpen } from '#tests/scheduling/planner'
import { visitor } from '#tests/web/visitor'

const NOW = '2027-01-19T09:00:00Z'
const SECOND = 1000
const wordsOf = (html: string) =>
  html
    .slice(html.indexOf('<main'))
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')

test.group('Kiosks', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, NOW)

  test('Q1 each line of the kiosk is a button with how many wait, and how long', async ({
    assert,
  }) => {
    const queue = await Queue.open({ name: { en: 'Advice', de: 'Beratung' } })
    const hidden = await aLine(queue.location, { letter: 'B', name: { en: 'Hidden' } })
    for (let nth = 0; nth < 3; nth++) await queue.walkIn()
    const at = await AtKiosk.of(queue.location, { lineIds: [queue.line.id] })
    const page = await at.get()
    const words = wordsOf(page.text)
    assert.include(words, 'Advice')
    assert.include(words, '3 people are waiting')
    assert.match(words, /Wait: \d+–\u2060\d+ minutes/)
    assert.notInclude(words, 'Hidden')
    assert.include(wordsOf((await at.get(`${START}?in=de`)).text), 'Beratung 3 Personen warten')
    assert.equal((await at.press(hidden)).status, 404)
    assert.equal(page.headers.get('cache-control'), 'no-store')
    assert.isEmpty(page.headers.getSetCookie())
  })

  test('Q1 a press gives one ticket, however often its form is sent', async ({ assert }) => {
    const queue = await Queue.open()
    const at = await AtKiosk.of(queue.location)
    const page = await at.get(`${START}?in=de`)
    const [first, twin] = await Promise.all([
      at.press(queue.line, page),
      at.press(queue.line, page),
    ])
    assert.equal(first.status, 303)
    assert.equal(twin.location, first.location)
    assert.deepEqual(await queue.codes('waiting'), ['A001'])
    const shown = await at.get(first.location!)
    const ticket = await Ticket.firstOrFail()
    assert.equal(ticket.locale, 'de')
    for (const part of [
      'A001',
      'Hier ist Ihre Nummer',
      'niemand',
      'Advice',
      '<svg class="ticket__qr"',
    ])
      assert.include(shown.text, part)
    assert.include(shown.text, 'data-print="ticket"')
    assert.notInclude(shown.text, ticket.publicId, 'its secret stands in the code alone')
  })

  test('Q1 two kiosks at once give two numbers', async ({ assert }) => {
    const queue = await Queue.open()
    const [one, other] = [await AtKiosk.of(queue.location), await AtKiosk.of(queue.location)]
    const pages = await Promise.all([one.get(), other.get()])
    await Promise.all([one.press(queue.line, pages[0]), other.press(queue.line, pages[1])])
    assert.deepEqual(await queue.codes('waiting'), ['A001', 'A002'])
  })

  test('a ticket is shown for some seconds and by no way back; so is a form of before', async ({
    assert,
  }) => {
    const queue = await Queue.open()
    const at = await AtKiosk.of(queue.location)
    const page = await at.get()
    const { location } = await at.press(queue.line, page)
    const shown = await at.get(location!)
    assert.equal(shown.status, 200)
    assert.match(shown.text, /http-equiv="refresh" content="15; url=\/device\/queue\/kiosk"/)
    clock.freeze(clock.now() + 26 * SECOND)
    assert.equal((await at.get(location!)).location, START)
    assert.equal((await at.press(queue.line, page)).location, START)
    assert.deepEqual(await queue.codes('waiting'), ['A001'])
  })

  test('the ticket of another place is not shown, nor is one made up', async ({ assert }) => {
    const queue = await Queue.open()
    const at = await AtKiosk.of(queue.location)
    const { location } = await at.press(queue.line)
    const other = await AtKiosk.of((await Queue.open()).location)
    assert.equal((await other.get(location!)).location, START)
    assert.equal((await at.get(location!.replace(/tickets\/[\w-]+/, 'tickets/0'))).location, START)
    assert.equal((await at.get(location!.split('?')[0])).location, START)
  })

  test('Q1 a line that is closed says when it opens again, and gives nothing out', async ({
    assert,
  }) => {
    const hours = { 2: [{ opens: '11:00', closes: '13:00' }] }
    const queue = await Queue.open({ hours })
    await aLine(queue.location, { letter: 'B' })
    const at = await AtKiosk.of(queue.location)
    const page = await at.get()
    assert.include(wordsOf(page.text), 'Closed. Opens today at 11:00')
    const refused = await at.press(queue.line, page)
    assert.equal(refused.status, 409)
    assert.include(refused.text, 'No number was given out')
    assert.isEmpty(await Ticket.all())
  })

  test('Q1 a contingent that is used up says so', async ({ assert }) => {
    const queue = await Queue.open({ contingent: 1 })
    const at = await AtKiosk.of(queue.location)
    const page = await at.get()
    await at.take(queue.line)
    assert.include(wordsOf((await at.get()).text), 'All numbers for today have been given out')
    const form = page.form('/tickets')
    const late = await at.send(form, { line: `${queue.line.id}`, form_key: 'x'.repeat(22) })
    assert.equal(late.status, 409)
    assert.include(late.text, 'The last number for today has just gone')
  })

  test('outside its hours the kiosk tells when the place opens', async ({ assert }) => {
    const queue = await Queue.open()
    await isOpen(queue.location, { weekdays: [1], opens: '09:00', closes: '12:00' })
    const at = await AtKiosk.of(queue.location)
    const words = wordsOf((await at.get()).text)
    assert.include(words, 'No numbers at the moment')
    assert.include(words, 'Closed. Opens Monday 25 January at 09:00')
    assert.notInclude(words, 'Advice')
  })

  test('more than six lines are on several pages', async ({ assert }) => {
    const queue = await Queue.open()
    for (const letter of 'BCDEFGH')
      await aLine(queue.location, { letter, name: { en: `Matter ${letter}` } })
    const at = await AtKiosk.of(queue.location)
    const first = await at.get()
    assert.lengthOf(first.text.match(/name="line"/g)!, 6)
    assert.include(first.text, `${START}?page=2`)
    assert.lengthOf((await at.get(`${START}?page=2`)).text.match(/name="line"/g)!, 2)
  })

  test('what stands in the address is never trusted', async ({ assert }) => {
    const queue = await Queue.open()
    const at = await AtKiosk.of(queue.location)
    for (const query of ['in=fr', 'in=xx', 'in[]=de', 'page=0', 'page=9', 'page=x', 'lang=de']) {
      const page = await at.get(`${START}?${query}`)
      assert.equal(page.status, 200, query)
      assert.include(page.text, 'lang="en"', query)
    }
    assert.equal((await at.send((await at.get()).form('/tickets'), { line: 'x' })).status, 400)
    assert.equal((await visitor().get(START)).status, 401)
  })
})

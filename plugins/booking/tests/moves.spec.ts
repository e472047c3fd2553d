import { test } from '@japa/runner'
import { Block, Reservation } from '#core/scheduling'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import { rome } from '#tests/scheduling/planner'
import { visitor } from '#tests/web/visitor'
import {
  anOffer,
  easyCaptcha,
  EMAIL,
  mailsTo,
  NOW,
  property,
  Visit,
} from '#plugins/booking/tests/visit'

const NINE = rome('2027-01-19 09:00')

test.group('Moving by the customer', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(() => easyCaptcha())
  frozenAt(group, NOW)

  async function booked() {
    const visit = new Visit(visitor(), await anOffer())
    return { visit, manage: await visit.book(NINE) }
  }

  async function moves(manage: string, to: number, day: string) {
    const client = visitor()
    const page = await client.get(`${manage}/move?day=${day}`)
    const answer = await client.submit(page.form('/move'), { starts_at: String(to) })
    return { page, answer }
  }

  test('B10 the calendar opens at the day of the appointment', async ({ assert }) => {
    const { manage } = await booked()
    const { text } = await visitor({ language: 'en' }).get(`${manage}/move`)
    assert.include(text, 'Tuesday 19 January</h2>')
    const listed = [...text.matchAll(/link-list__item" href="[^"]*day=([\d-]+)#[^"]*"(.*)/g)]
    assert.equal(listed.find(([, day]) => day === '2027-01-19')?.[2].trim(), 'aria-current="date"')
    assert.notInclude(text, 'No time is free on')
  })

  test('B10 where that day has no time left it opens at the next, and says so', async ({
    assert,
  }) => {
    const { manage, visit } = await booked()
    await Block.create({
      locationId: visit.offer.location.id,
      resourceId: null,
      startsAt: rome('2027-01-19 00:00'),
      endsAt: rome('2027-01-20 11:30'),
      reason: null,
    })
    const { text } = await visitor({ language: 'en' }).get(`${manage}/move`)
    assert.include(text, 'No time is free on Tuesday 19 January.')
    assert.include(text, 'Wednesday 20 January</h2>')
    const asked = await visitor({ language: 'en' }).get(`${manage}/move?day=2027-01-21`)
    assert.include(asked.text, 'Thursday 21 January</h2>')
    assert.notInclude(asked.text, 'No time is free on')
  })

  test('B10 on the same day the number stays, the calendar entry moves', async ({ assert }) => {
    const { manage } = await booked()
    const { page, answer } = await moves(manage, rome('2027-01-19 09:30'), '2027-01-19')
    // The own place counts as free.
    assert.include(page.text, '09:30, free')
    assert.include(page.text, 'You keep it until you choose another')
    assert.equal(answer.location, manage)
    const shown = await visitor().get(manage)
    assert.match(shown.text, /09:30\s?[–-]\s?10:30/)
    const [ticket, mail] = await mailsTo(EMAIL)
    assert.equal(mail.template, 'booking.moved')
    assert.include(mail.subject, 'AA001')
    assert.equal(property(mail.invite!.content, 'METHOD'), 'REQUEST')
    assert.equal(property(mail.invite!.content, 'SEQUENCE'), '1')
    assert.equal(property(mail.invite!.content, 'UID'), property(ticket.invite!.content, 'UID'))
    assert.equal(property(mail.invite!.content, 'DTSTART'), '20270119T083000Z')
  })

  test('B10 to another day: a new number, the old place free', async ({ assert }) => {
    const { manage, visit } = await booked()
    const other = new Visit(visitor(), visit.offer)
    const tenth = await other.book(rome('2027-01-20 10:00'), { email: 'bea@example.org' })
    assert.include((await visitor().get(tenth)).text, 'AA001')
    await moves(manage, rome('2027-01-20 12:00'), '2027-01-20')
    const moved = await Reservation.query()
      .where('startsAt', rome('2027-01-20 12:00'))
      .firstOrFail()
    assert.containsSubset(moved.toJSON(), { number: 'AA002', day: '2027-01-20', sequence: 1 })
    const mail = (await mailsTo(EMAIL)).at(-1)!
    assert.include(mail.subject, 'AA002')
    assert.include(mail.text, 'Wednesday, 20 January 2027')
    assert.equal((await new Visit(visitor(), visit.offer).choose(NINE)).status, 303)
  })

  test('B10, B11 a time taken meanwhile: the old one is kept, nearest are offered', async ({
    assert,
  }) => {
    const { manage, visit } = await booked()
    const eleven = rome('2027-01-19 11:00')
    await new Visit(visitor(), visit.offer).choose(eleven)
    const { answer } = await moves(manage, eleven, '2027-01-19')
    assert.equal(answer.status, 409)
    const near = [...answer.text.matchAll(/name="starts_at" value="(\d+)"/g)]
    assert.lengthOf(near, 3)
    const kept = await Reservation.query().where('state', 'confirmed').firstOrFail()
    assert.equal(kept.startsAt, NINE)
    const again = await visitor().submit(answer.form('/move'), { starts_at: near[0][1] })
    assert.equal(again.location, manage)
  })

  test('B10 a double click on another time moves once and sends one mail', async ({ assert }) => {
    const { manage } = await booked()
    const [wish, day] = [rome('2027-01-19 11:00'), '2027-01-19']
    const clicks = await Promise.all([moves(manage, wish, day), moves(manage, wish, day)])
    for (const { answer } of clicks) assert.equal(answer.location, manage)
    const reservation = await Reservation.firstOrFail()
    assert.deepEqual([reservation.startsAt, reservation.sequence], [wish, 1])
    const templates = (await mailsTo(EMAIL)).map(({ template }) => template)
    assert.deepEqual(templates, ['booking.ticket', 'booking.moved'])
  })

  test('a cancelled appointment is not moved', async ({ assert }) => {
    const { manage } = await booked()
    const client = visitor()
    await client.post(`${manage}/cancellation`, {})
    assert.equal((await client.get(`${manage}/move`)).location, manage)
    await client.post(`${manage}/move`, { starts_at: String(rome('2027-01-20 12:00')) })
    assert.equal((await Reservation.firstOrFail()).state, 'released')
  })

  test('the own time pressed again changes nothing and sends nothing', async ({ assert }) => {
    const { manage } = await booked()
    const { answer } = await moves(manage, NINE, '2027-01-19')
    assert.equal(answer.location, manage)
    assert.equal((await Reservation.firstOrFail()).sequence, 0)
    assert.lengthOf(await mailsTo(EMAIL), 1)
  })
})

import { test } from '@japa/runner'
import { Customer } from '#core/customers'
import { clock } from '#core/platform'
import { Reservation } from '#core/scheduling'
import { Appointment } from '#plugins/booking/models/appointment'
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
  solved,
  Visit,
} from '#plugins/booking/tests/visit'

const NINE = rome('2027-01-19 09:00')
const MINUTE = 60_000

test.group('Confirming', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(() => easyCaptcha())
  frozenAt(group, NOW)

  async function complete(fields: Record<string, string> = {}): Promise<Visit> {
    const visit = new Visit(visitor(), await anOffer())
    await visit.choose(NINE)
    await visit.enter(fields)
    return visit
  }

  test('B9, B10 books after the captcha: number, customer, appointment, mail', async ({
    assert,
  }) => {
    const visit = await complete({ phone: '+39 050 123' })
    const check = await visit.client.get(visit.draft('/confirmation'))
    for (const text of ['Ada Vornberg', EMAIL, '+39 050 123', 'Fitting', '09:00', 'Ottica Prova']) {
      assert.include(check.text, text)
    }
    const answer = await visit.client.submit(check.form('/confirmation'), { altcha: solved() })
    assert.equal(answer.status, 303)
    const ticket = await visit.client.follow(answer)
    assert.match(ticket.text, /ticket__number">AA001</)
    const reservation = await Reservation.firstOrFail()
    assert.containsSubset(reservation.toJSON(), { state: 'confirmed', number: 'AA001' })
    const appointment = await Appointment.firstOrFail()
    assert.equal(appointment.reservationId, reservation.id)
    assert.equal(appointment.locale, 'en')
    const customer = await Customer.firstOrFail()
    assert.equal(customer.email, EMAIL)
    const mails = await mailsTo(EMAIL)
    assert.deepEqual(
      mails.map(({ template }) => template),
      ['booking.ticket']
    )
  })

  test('B9 a missing, wrong, used or too fast proof is refused in words, all is kept', async ({
    assert,
  }) => {
    const visit = await complete()
    const check = await visit.client.get(visit.draft('/confirmation'))
    const proof = solved()
    const first = await complete({ email: 'bea@example.org' })
    await first.confirm(proof)
    for (const altcha of ['', 'wrong', proof]) {
      const page = await visit.client.submit(check.form('/confirmation'), { altcha })
      assert.equal(page.status, 422, altcha)
      assert.match(page.text, /class="error-summary"[^]*href="#captcha"/)
      assert.include(page.text, EMAIL)
    }
    assert.lengthOf(await Appointment.all(), 1)
    assert.equal((await visit.confirm()).status, 303)
    assert.lengthOf(await Appointment.all(), 2)
  })

  test('B9 a machine that fills in the hidden field is refused', async ({ assert }) => {
    const visit = await complete()
    const check = await visit.client.get(visit.draft('/confirmation'))
    clock.advance(MINUTE)
    const page = await visit.client.submit(check.form('/confirmation'), { website: 'x' })
    assert.equal(page.status, 422)
    assert.lengthOf(await Appointment.all(), 0)
  })

  test('an address that looks mistyped gets a hint, not a refusal', async ({ assert }) => {
    const visit = await complete({ email: 'ada@gmial.com' })
    const check = await visit.client.get(visit.draft('/confirmation'))
    assert.equal(check.status, 200)
    assert.include(check.text, 'Did you mean ada@gmail.com?')
    assert.equal((await visit.confirm()).status, 303)
  })

  test('B11 a double click, the back button and a second tab book once', async ({ assert }) => {
    const visit = await complete()
    const proof = solved()
    const clicks = await Promise.all([visit.confirm(proof), visit.confirm(proof)])
    const again = await visit.confirm(solved())
    const back = await visit.client.get(visit.draft('/confirmation'))
    assert.include(back.text, 'already booked')
    const onward = await visit.client.submit(back.form('/confirmation'))
    for (const answer of [...clicks, again, onward]) {
      assert.equal(answer.status, 303)
      assert.match(answer.location!, /^\/booking\/manage\//)
      assert.include((await visit.client.follow(answer)).text, 'AA001')
    }
    assert.lengthOf(await Appointment.all(), 1)
    assert.lengthOf(await Reservation.all(), 1)
    assert.lengthOf(await mailsTo(EMAIL), 1)
  })

  test('the draft of a booked appointment can no longer be changed', async ({ assert }) => {
    const visit = await complete()
    await visit.confirm()
    const pages = [
      await visit.client.get(visit.draft()),
      await visit.enter({ first_name: 'Eve' }),
      await visit.client.post(visit.draft('/cancellation'), {}),
      await visit.client.post(visit.draft('/extension'), {}),
    ]
    for (const page of pages) assert.include(page.text, 'already booked')
    const calendar = await visit.client.follow(await visit.choose(rome('2027-01-19 15:00')))
    assert.include(calendar.text, '15:00')
    assert.equal((await Customer.firstOrFail()).firstName, 'Ada')
    assert.equal((await Reservation.query().orderBy('id').firstOrFail()).state, 'confirmed')
  })

  test('B11 lost at the last moment: 409, the form kept, nearest times lead to the ticket', async ({
    assert,
  }) => {
    const visit = await complete()
    clock.advance(11 * MINUTE)
    await new Visit(visitor(), visit.offer).choose(NINE)
    const proof = solved()
    const page = await visit.confirm(proof)
    assert.equal(page.status, 409)
    assert.include(page.text, 'Everything you entered is kept')
    assert.lengthOf([...page.text.matchAll(/name="starts_at"/g)], 3)
    assert.lengthOf(await Appointment.all(), 0)
    const [, near] = /name="starts_at" value="(\d+)"/.exec(page.text)!
    const chosen = await visit.client.submit(page.form('/choices'), { starts_at: near })
    assert.equal(chosen.location, visit.draft('/confirmation'))
    // Nothing came of the first proof, so it still counts.
    const ticket = await visit.client.follow(await visit.confirm(proof))
    assert.include(ticket.text, '10:00')
    assert.include(ticket.text, 'Your appointment is booked')
  })

  test('B7 a lapsed hold is taken again when the time is still free', async ({ assert }) => {
    const visit = await complete()
    clock.advance(11 * MINUTE)
    const check = await visit.client.get(visit.draft('/confirmation'))
    assert.include(check.text, 'Your time is no longer kept')
    assert.equal((await visit.confirm()).status, 303)
    const confirmed = await Reservation.query().where('state', 'confirmed')
    assert.lengthOf(confirmed, 1)
    assert.equal(confirmed[0].startsAt, NINE)
  })

  test('an address gets no more than five appointments an hour', async ({ assert }) => {
    const offer = await anOffer({ units: 8 })
    const statuses = []
    for (let n = 0; n < 6; n++) {
      const visit = new Visit(visitor(), offer)
      await visit.choose(NINE)
      await visit.enter()
      statuses.push((await visit.confirm()).status)
    }
    assert.deepEqual(statuses, [303, 303, 303, 303, 303, 429])
  })
})

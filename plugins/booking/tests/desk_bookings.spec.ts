import { test } from '@japa/runner'
import { auditEntries } from '#core/audit'
import { Customer } from '#core/customers'
import { OutboxMail } from '#core/messaging'
import { OpeningRule, Reservation } from '#core/scheduling'
import { Appointment } from '#plugins/booking/models/appointment'
import { deskForm, onlyViewing, QUESTIONS, wordOf } from '#plugins/booking/tests/desk'
import { anOffer, easyCaptcha, mailsTo, NOW, property, Visit } from '#plugins/booking/tests/visit'
import type { Offer } from '#plugins/booking/queries/offers'
import { signedIn, someStaff } from '#tests/accounts/people'
import { atDesk } from '#tests/admin/desk'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import type { HttpClient } from '#tests/kit/http'
import { rome } from '#tests/scheduling/planner'
import { visitor } from '#tests/web/visitor'

const BOOK = '/admin/booking/book'
const NINE = rome('2027-01-19 09:00')
const TEN = rome('2027-01-19 10:00')
const ZORA = { first_name: 'Zora', last_name: 'Lindqvist', email: 'zora@example.org', phone: '' }
test.group('Booking at the desk', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(() => easyCaptcha())
  frozenAt(group, NOW)

  const pageOf = (desk: HttpClient, offer: Offer, day = '2027-01-19') =>
    desk.get(`${BOOK}?offer=${encodeURIComponent(wordOf(offer))}&day=${day}`)

  async function books(desk: HttpClient, offer: Offer, fields: Record<string, string> = {}) {
    const page = await pageOf(desk, offer)
    return desk.submit(deskForm(page), { starts_at: String(NINE), ...ZORA, ...fields })
  }

  async function nothingStored(assert: { lengthOf(list: unknown[], n: number): void }) {
    for (const model of [Reservation, Appointment, Customer, OutboxMail]) {
      assert.lengthOf(await model.all(), 0)
    }
  }

  test('B12 books for a caller, with the customer’s number, mail and language', async ({
    assert,
  }) => {
    const offer = await anOffer({ fields: QUESTIONS })
    const staff = await someStaff({ role: 'desk' })
    const desk = await signedIn(staff)
    assert.notMatch((await pageOf(desk, offer)).text, /Your number|Only in case/)
    const answers = { 'answers[occasion]': 'again', 'answers[wishes]': 'A quiet room' }
    const answer = await books(desk, offer, { ...answers, email: 'Zora@Example.org', locale: 'it' })

    const reservation = await Reservation.firstOrFail()
    const appointment = await Appointment.firstOrFail()
    const customer = await Customer.firstOrFail()
    assert.equal(answer.status, 303)
    assert.equal(answer.location, `/admin/booking/appointments/${reservation.id}`)
    const { text } = await desk.follow(answer)
    assert.include(text, 'The appointment is booked; the e-mail goes out now.')
    for (const shown of ['AA001', 'Zora Lindqvist', 'A quiet room', 'Again']) {
      assert.include(text, shown)
    }
    assert.containsSubset(reservation.$attributes, {
      state: 'confirmed',
      startsAt: NINE,
      number: 'AA001',
      customerId: customer.id,
      owner: 'booking',
    })
    assert.containsSubset(appointment.$attributes, {
      answers: { occasion: 'again', wishes: 'A quiet room' },
      bookedById: staff.id,
      locale: 'it',
    })
    assert.containsSubset(customer.$attributes, { email: 'zora@example.org', locale: 'it' })
    const [entry] = await auditEntries({ action: 'booking.booked' })
    assert.containsSubset(entry.$attributes, {
      actorId: staff.id,
      onBehalfOfKind: 'customer',
      onBehalfOfId: customer.id,
    })

    const [ticket] = await mailsTo('zora@example.org')
    assert.deepEqual([ticket.template, ticket.locale], ['booking.ticket', 'it'])
    assert.include(ticket.subject, 'AA001')
    assert.include(ticket.text, 'martedì')
    assert.equal(property(ticket.invite!.content, 'SEQUENCE'), '0')
    assert.include(property(ticket.invite!.content, 'UID')!, appointment.publicId)
  })

  test('B12 internal seats are free to the desk when the public has none left', async ({
    assert,
  }) => {
    const offer = await anOffer({ units: 2 })
    const rule = await OpeningRule.firstOrFail()
    await rule.merge({ publicSeats: 1, internalSeats: 1 }).save()
    await new Visit(visitor(), offer).book(NINE)
    assert.equal((await new Visit(visitor(), offer).choose(NINE)).status, 409)
    const desk = await atDesk('desk')
    assert.equal((await books(desk, offer)).status, 303)
    const [ticket] = await mailsTo('zora@example.org')
    assert.include(ticket.subject, 'AA002')
    assert.equal((await books(desk, offer, { first_name: 'Third' })).status, 409)
  })

  test('a caller without an e-mail address: the desk is told to tell the number', async ({
    assert,
  }) => {
    const desk = await atDesk('desk')
    const { text } = await desk.follow(await books(desk, await anOffer(), { email: '' }))
    assert.include(text, 'please tell the customer the number AA001')
    assert.notInclude(text, 'the e-mail goes out')
    assert.isNull((await Customer.firstOrFail()).email)
    assert.lengthOf(await OutboxMail.all(), 0)
  })

  test('B8 wrong input is said in the language of the desk, and all that was typed stays', async ({
    assert,
  }) => {
    const offer = await anOffer({ fields: QUESTIONS })
    const desk = await signedIn(await someStaff({ role: 'desk', locale: 'de' }))
    const typed = { first_name: ' ', last_name: 'Lindqvist', email: 'zora@', phone: '+39 050 1' }
    const wishes = { 'answers[wishes]': 'Ein ruhiger Raum' }
    const given = { ...typed, ...wishes, locale: 'pl', starts_at: String(TEN) }
    const answer = await books(desk, offer, given)

    assert.equal(answer.status, 422)
    for (const sentence of [
      'href="#first_name">Bitte füllen Sie „Vorname“ aus.',
      'href="#email">Bitte geben Sie eine E-Mail-Adresse wie name@example.org ein.',
      'href="#answer-occasion">Anlass – Bitte beantworten Sie diese Frage.',
    ]) {
      assert.include(answer.text, sentence)
    }
    const { fields } = deskForm(answer)
    assert.containsSubset(fields, { ...typed, ...wishes, first_name: '', locale: 'pl' })
    assert.equal(fields.starts_at, String(TEN))
    await nothingStored(assert)

    const mended = { first_name: 'Zora', email: '', 'answers[occasion]': 'first' }
    assert.equal((await desk.submit(deskForm(answer), mended)).status, 303)
    assert.equal((await Reservation.firstOrFail()).startsAt, TEN)
  })

  test('B11 a time taken meanwhile: 409, the form is kept and no other time is chosen', async ({
    assert,
  }) => {
    const offer = await anOffer({ closes: '10:00' })
    const desk = await atDesk('desk')
    const page = deskForm(await pageOf(desk, offer))
    await new Visit(visitor(), offer).choose(NINE)
    const answer = await desk.submit(page, { ...ZORA, starts_at: String(NINE), locale: 'fr' })

    assert.equal(answer.status, 409)
    assert.include(answer.text, 'That time is no longer free.')
    const kept = deskForm(answer)
    assert.containsSubset(kept.fields, { ...ZORA, locale: 'fr', starts_at: '' })
    const other = rome('2027-01-18 09:00')
    assert.include(answer.text, `value="${other}"`)
    assert.lengthOf(await Customer.all(), 0)

    const unchosen = await desk.submit(kept)
    assert.equal(unchosen.status, 422)
    assert.include(unchosen.text, 'href="#starts_at">Choose a time</a>')
    assert.equal((await desk.submit(deskForm(unchosen), { starts_at: String(other) })).status, 303)
    assert.equal((await Customer.all()).length, 1)
  })

  test('staff of one location book at no other', async ({ assert }) => {
    const [here, there] = [await anOffer(), await anOffer()]
    const desk = await atDesk('manager', [here.location])
    const page = await desk.get(BOOK)
    assert.include(page.text, `value="${wordOf(here)}"`)
    assert.notInclude(page.text, there.location.slug)
    assert.equal((await pageOf(desk, there)).status, 404)
    const smuggled = { ...ZORA, offer: wordOf(there), starts_at: String(NINE) }
    assert.equal((await desk.submit(deskForm(page), smuggled)).status, 404)
    await nothingStored(assert)
    assert.equal((await books(desk, here)).status, 303)
  })

  test('a service withdrawn while the desk types is said, and what was typed stays', async ({
    assert,
  }) => {
    const [gone] = [await anOffer(), await anOffer()]
    const desk = await atDesk('desk')
    const page = deskForm(await pageOf(desk, gone))
    await gone.service.merge({ active: false }).save()
    const answer = await desk.submit(page, { ...ZORA, starts_at: String(NINE) })
    assert.equal(answer.status, 422)
    assert.include(answer.text, 'href="#offer">That service is not offered at this place.')
    assert.containsSubset(deskForm(answer).fields, ZORA)
    await nothingStored(assert)
  })

  test('who may only see appointments books none', async ({ assert, cleanup }) => {
    const offer = await anOffer()
    const desk = await atDesk('desk')
    const page = deskForm(await pageOf(desk, offer))
    cleanup(onlyViewing())
    assert.equal((await desk.get('/admin/booking/appointments')).status, 200)
    assert.notInclude((await desk.get('/admin/booking/appointments')).text, BOOK)
    assert.equal((await desk.get(BOOK)).status, 403)
    const answer = await desk.submit(page, { ...ZORA, starts_at: String(NINE) })
    assert.equal(answer.status, 403)
    await nothingStored(assert)
  })

  test('a double click books once; the form, brought back for another person, twice', async ({
    assert,
  }) => {
    const offer = await anOffer({ units: 3 })
    const desk = await atDesk('desk')
    const page = deskForm(await pageOf(desk, offer))
    const given = { ...ZORA, starts_at: String(NINE) }
    const first = await desk.submit(page, given)
    const second = await desk.submit(page, given)
    assert.deepEqual([first.status, second.status], [303, 303])
    assert.equal(second.location, first.location)
    assert.lengthOf(await mailsTo(ZORA.email), 1)
    const other = await desk.submit(page, { ...given, first_name: 'Yrsa' })
    assert.notEqual(other.location, first.location)
    assert.lengthOf(await Appointment.all(), 2)
  })

  test('times that are none lead to the page and not to an error', async ({ assert }) => {
    const offer = await anOffer()
    const desk = await atDesk('desk')
    for (const time of ['9e15', '99999999999999999', '-1', 'now', '8640000000000001']) {
      const query = `offer=${encodeURIComponent(wordOf(offer))}&starts_at=${time}`
      assert.equal((await desk.get(`${BOOK}?${query}`)).status, 200, time)
      assert.equal((await books(desk, offer, { starts_at: time })).status, 422, time)
    }
    assert.equal(
      (await books(desk, offer, { starts_at: String(rome('2020-01-01 09:00')) })).status,
      409
    )
    await nothingStored(assert)
  })

  test('where nothing can be booked the page says so', async ({ assert }) => {
    const page = await (await atDesk('desk')).get(BOOK)
    assert.equal(page.status, 200)
    assert.include(page.text, 'There is no service that you can book here.')
  })
})

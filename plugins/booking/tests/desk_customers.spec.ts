import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { Customer } from '#core/customers'
import { Reservation } from '#core/scheduling'
import { BookForCustomer } from '#plugins/booking/actions/book_for_customer'
import { deskForm, QUESTIONS, wordOf } from '#plugins/booking/tests/desk'
import { anOffer, easyCaptcha, mailsTo, NOW, Visit } from '#plugins/booking/tests/visit'
import { atDesk } from '#tests/admin/desk'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import type { Answer } from '#tests/kit/http'
import { rome } from '#tests/scheduling/planner'
import { visitor } from '#tests/web/visitor'

const BOOK = '/admin/booking/book'
const NINE = rome('2027-01-19 09:00')
const TEN = rome('2027-01-19 10:00')

test.group('Booking at the desk for a known customer', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(() => easyCaptcha())
  frozenAt(group, NOW)

  async function known(values: Partial<Customer> = {}) {
    const person = { firstName: 'Łucja', lastName: 'Peña', email: 'lucja@example.org' } as const
    return Customer.create({ ...person, phone: '+48 601 22 33', locale: 'pl', ...values })
  }

  const at = (offer: Parameters<typeof wordOf>[0], more: Record<string, string> = {}) =>
    `${BOOK}?${new URLSearchParams({ offer: wordOf(offer), day: '2027-01-19', ...more })}`

  const chosenIn = (page: Answer) => deskForm(page).fields.customer

  test('from the card: the customer is chosen, gets the mail, and no second record is made', async ({
    assert,
  }) => {
    const [offer, { id }] = [await anOffer(), await known()]
    const desk = await atDesk('desk')
    const card = await desk.get(`/admin/customers/customers/${id}`)
    assert.include(card.text, `href="${BOOK}?customer=${id}"`)
    const page = await desk.get(at(offer, { customer: String(id) }))
    assert.include(page.text, 'Łucja Peña')
    assert.notInclude(page.text, 'name="first_name"')
    const { fields } = deskForm(page)
    assert.containsSubset(fields, { customer: String(id), locale: 'pl' })
    assert.include(page.text, `customer=${id}&amp;day=2027-01-20`)

    const form = deskForm(page)
    const given = { starts_at: String(NINE) }
    const [first, second] = [await desk.submit(form, given), await desk.submit(form, given)]
    assert.deepEqual([first.status, second.location], [303, first.location])
    assert.equal((await Reservation.firstOrFail()).customerId, id)
    assert.lengthOf(await Customer.all(), 1)
    assert.include((await mailsTo('lucja@example.org'))[0].text, 'wtorek')
  })

  test('who was joined into another meanwhile is that one, and is seen before it is booked', async ({
    assert,
  }) => {
    const offer = await anOffer({ fields: QUESTIONS })
    const [{ id: former }, { id }] = [await known(), await known({ lastName: 'Nowak' })]
    const desk = await atDesk('desk')
    const form = deskForm(await desk.get(at(offer, { customer: String(former) })))
    await db.table('customers_former_ids').insert({
      ...{ former_id: former, customer_id: id, joined_at: Date.parse(NOW) },
    })
    await Customer.query().where('id', former).delete()
    assert.equal(chosenIn(await desk.get(at(offer, { customer: String(former) }))), String(id))

    const typed = { starts_at: String(NINE), 'answers[occasion]': 'again' }
    const seen = await desk.submit(form, typed)
    assert.equal(seen.status, 409)
    for (const shown of ['joined into this one', 'Łucja Nowak']) assert.include(seen.text, shown)
    assert.lengthOf(await Reservation.all(), 0)
    assert.containsSubset(deskForm(seen).fields, { customer: String(id), ...typed })
    assert.equal((await desk.submit(deskForm(seen))).status, 303)
    assert.equal((await Reservation.firstOrFail()).customerId, id)
  })

  test('found by three letters, phone or e-mail; choosing keeps time and answers', async ({
    assert,
  }) => {
    const offer = await anOffer({ fields: QUESTIONS })
    const { id } = await known()
    await known({ firstName: 'Bodo', lastName: 'Klarbach', email: null, phone: null })
    const desk = await atDesk('desk')
    const form = deskForm(await desk.get(at(offer)))
    const typed = { starts_at: String(TEN), 'answers[wishes]': 'Quiet' }
    for (const q of ['łuc', 'PEN', 'lucja@', '601-22']) {
      const found = await desk.submit(form, { ...typed, q, find: '1' })
      assert.equal(found.status, 200, q)
      assert.include(found.text, '1 customer found', q)
      assert.include(found.text, `name="choose" value="${id}"`, q)
      assert.notInclude(found.text, 'Klarbach', q)
    }
    // Enter in the search, without scripts, presses the first button of the form.
    const entered = await desk.submit(form, { ...typed, q: 'pena' })
    assert.include(entered.text, '1 customer found')
    assert.include((await desk.submit(form, { q: 'nobody', find: '1' })).text, 'Nobody found')

    const chosen = deskForm(await desk.submit(deskForm(entered), { choose: String(id) }))
    const kept = { customer: String(id), locale: 'pl', ...typed }
    assert.containsSubset(chosen.fields, kept)
    const other = deskForm(await desk.submit(chosen, { choose: 'new', locale: 'pl' }))
    assert.notProperty(other.fields, 'customer')
    assert.equal((await desk.submit(chosen, { 'answers[occasion]': 'again' })).status, 303)
    assert.lengthOf(await Customer.all(), 2)
    assert.equal((await Reservation.firstOrFail()).customerId, id)
  })

  test('wrong answers, or a time taken meanwhile, keep the customer who was chosen', async ({
    assert,
  }) => {
    const offer = await anOffer({ fields: QUESTIONS, closes: '11:00' })
    const { id } = await known()
    const desk = await atDesk('desk')
    const form = deskForm(await desk.get(at(offer, { customer: String(id) })))
    const wrong = await desk.submit(form, { starts_at: String(NINE) })
    assert.equal(wrong.status, 422)
    assert.equal(chosenIn(wrong), String(id))
    await new Visit(visitor(), offer).choose(NINE)
    const answers = { 'answers[occasion]': 'again', starts_at: String(NINE) }
    const taken = await desk.submit(form, answers)
    assert.equal(taken.status, 409)
    assert.equal(chosenIn(taken), String(id))
  })

  test('a customer of another location is neither found nor chosen: 404', async ({ assert }) => {
    const [here, there] = [await anOffer(), await anOffer()]
    await new Visit(visitor(), there).book(NINE, { last_name: 'Farfield' })
    const { id } = await Customer.firstOrFail()
    const desk = await atDesk('desk', [here.location])
    const form = deskForm(await desk.get(at(here)))
    const found = await desk.submit(form, { q: 'farfield', find: '1' })
    assert.include(found.text, 'Nobody found')
    for (const value of [String(id), '999', 'x', '2147483648']) {
      assert.equal((await desk.get(at(here, { customer: value }))).status, 404, value)
      for (const name of ['choose', 'customer']) {
        const answer = await desk.submit(form, { starts_at: String(NINE), [name]: value })
        assert.equal(answer.status, 404, `${name} ${value}`)
      }
    }
    assert.lengthOf(await Reservation.all(), 1)
  })

  test('a record that is gone at the last moment books nothing', async ({ assert }) => {
    const offer = await anOffer()
    const { id } = await known()
    await Customer.query().where({ id }).delete()
    const booked = await new BookForCustomer().handle({
      ...{ formKey: 'gone', offer, startsAt: NINE, by: { kind: 'staff', id: 1 } },
      ...{ locale: 'en', customer: { id }, answers: {}, formVersionId: null },
    })
    assert.deepEqual(booked, { ok: false, reason: 'customer_gone' })
    assert.lengthOf(await Reservation.all(), 0)
  })
})

import { test } from '@japa/runner'
import { auditEntries } from '#core/audit'
import { Reservation } from '#core/scheduling'
import { Visit } from '#plugins/patient-visits/models/visit'
import { aPractice, NOW, type Practice } from '#plugins/patient-visits/tests/clinic'
import { mailsTo } from '#plugins/patient-visits/tests/mails'
import { aCustomer, booked, postForm, stateNow, VISITS } from '#plugins/patient-visits/tests/unit'
import { atDesk } from '#tests/admin/desk'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import type { HttpClient } from '#tests/kit/http'
import { aLocation, rome } from '#tests/scheduling/planner'

const BOOK = '/admin/patient-visits/book'
const NINE = rome('2027-01-19 09:00')
const ELEVEN = rome('2027-01-19 11:00')
const NEXT_DAY = rome('2027-01-20 12:00')
const EMAIL = 'bea@example.org'
const at = (startsAt: number) => ({ starts_at: String(startsAt) })

test.group('Visits booked and moved at the desk', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, NOW)

  const offerOf = ({ type, location }: Practice) => `${location.slug}/${type.publicId}`
  const movesOf = ({ visit }: { visit: Visit }) => `/admin/patient-visits/moves/${visit.id}`

  async function moves(desk: HttpClient, path: string, startsAt: number, query = '') {
    const day = new Date(startsAt).toISOString().slice(0, 10)
    return desk.submit(postForm(await desk.get(`${path}?day=${day}${query}`), path), at(startsAt))
  }

  test('V1 from the card over type, doctor and day to the visit, with the patient’s mail', async ({
    assert,
  }) => {
    const practice = await aPractice({ doctors: 2, type: { confirmedBy: 'unit' } })
    const customer = await aCustomer({ email: EMAIL, lastName: 'Quandrel' })
    const desk = await atDesk('desk', [practice.location])
    const card = await desk.get(`/admin/customers/customers/${customer.id}`)
    assert.include(card.text, `${BOOK}?customer=${customer.id}`)
    const [, second] = practice.doctors
    const asked = `customer=${customer.id}&offer=${offerOf(practice)}&doctor=${second.publicId}`
    const page = await desk.get(`${BOOK}?${asked}&day=2027-01-19`)
    assert.include(page.text, 'Quandrel')
    const form = page.forms().find(({ method, action }) => method === 'POST' && action === BOOK)!
    const answer = await desk.submit(form, at(NINE))
    const visit = await Visit.query().preload('reservation').firstOrFail()
    assert.equal(answer.location, `${VISITS}/${visit.id}`)
    assert.equal(visit.customerId, customer.id)
    assert.isNotNull(visit.bookedById)
    assert.containsSubset(visit.reservation.$attributes, { state: 'confirmed', startsAt: NINE })
    const shown = await desk.follow(answer)
    assert.include(shown.text, second.name)
    assert.include(shown.text, 'The visit is booked; the e-mail goes out now.')
    const [mail] = await mailsTo(EMAIL)
    assert.equal(mail.subject, 'Your visit is confirmed')
    const [entry] = await auditEntries({ action: 'patient-visits.booked' })
    assert.containsSubset(entry.$attributes, { actorKind: 'staff', onBehalfOfId: customer.id })
    assert.equal((await desk.submit(form, at(NINE))).location, answer.location, 'a double click')
    assert.lengthOf(await Visit.all(), 1)
  })

  test('V1 a time that is gone, or the patient’s own visit then: all else is kept', async ({
    assert,
  }) => {
    const [practice, other] = [await aPractice(), await aPractice()]
    const customer = await aCustomer()
    const desk = await atDesk('desk')
    const path = `${BOOK}?customer=${customer.id}&offer=${offerOf(practice)}&day=2027-01-19`
    const form = (await desk.get(path)).forms().find(({ fields }) => 'form_key' in fields)!
    await booked(practice, { startsAt: NINE })
    const taken = await desk.submit(form, at(NINE))
    assert.equal(taken.status, 409)
    assert.include(taken.text, 'That time is no longer free.')
    await booked(other, { startsAt: ELEVEN, customer })
    const again = taken.forms().find(({ fields }) => 'form_key' in fields)!
    assert.equal(again.fields.customer, String(customer.id))
    const clash = await desk.submit(again, at(ELEVEN))
    assert.equal(clash.status, 409)
    assert.include(clash.text, 'The patient has another visit at that time.')
    assert.equal((await desk.submit(again, { starts_at: 'x' })).status, 422)
    assert.equal((await desk.submit(again, at(NEXT_DAY))).status, 303)
  })

  test('V1 nobody of another unit, and nothing of another unit, is booked', async ({ assert }) => {
    const [here, there] = [await aPractice(), await aPractice()]
    const stranger = await aCustomer({ lastName: 'Farfield' })
    await booked(there, { startsAt: NINE, customer: stranger })
    const known = await aCustomer()
    const desk = await atDesk('desk', [here.location])
    assert.equal((await desk.get(`${BOOK}?customer=${stranger.id}`)).status, 404)
    const foreign = `${BOOK}?customer=${known.id}&offer=${offerOf(there)}`
    assert.equal((await desk.get(foreign)).status, 404)
    const page = await desk.get(`${BOOK}?customer=${known.id}`)
    assert.notInclude(page.text, there.location.name)
    const form = page.forms().find(({ fields }) => 'form_key' in fields)!
    assert.equal((await desk.submit(form, { ...at(NINE), offer: offerOf(there) })).status, 404)
    assert.equal(
      (await desk.submit(form, { ...at(NINE), customer: String(stranger.id) })).status,
      404
    )
    const found = await desk.get(`${BOOK}?q=farfield`)
    assert.notInclude(found.text, 'Farfield</a>')
    const own = await desk.get(`${BOOK}?q=${known.lastName}`)
    assert.include(own.text, `${BOOK}?customer=${known.id}`)
    assert.lengthOf(await Visit.all(), 1)
  })

  test('V3 staff move whatever patients may do; it counts for none of their changes', async ({
    assert,
  }) => {
    const practice = await aPractice({ type: { selfService: false, mostChanges: 0 } })
    const customer = await aCustomer({ email: EMAIL })
    const visit = await booked(practice, { startsAt: NINE, customer })
    const desk = await atDesk('desk')
    const answer = await moves(desk, movesOf(visit), ELEVEN)
    assert.equal(answer.location, visit.path)
    assert.include((await desk.follow(answer)).text, 'The visit has another date;')
    await visit.reservation.refresh()
    assert.containsSubset(visit.reservation.$attributes, { startsAt: ELEVEN, state: 'confirmed' })
    assert.equal((await visit.visit.refresh()).changes, 0)
    assert.equal((await mailsTo(EMAIL)).at(-1)!.subject, 'Your visit has a new date')
  })

  test('V3 to another doctor at the same time; the own time with the own doctor is none', async ({
    assert,
  }) => {
    const practice = await aPractice({ doctors: 2 })
    const [first, second] = practice.doctors
    const visit = await booked(practice, { startsAt: NINE, doctor: first })
    const desk = await atDesk('desk')
    const own = await desk.follow(await moves(desk, movesOf(visit), NINE))
    assert.include(own.text, 'The visit already has that date.')
    const other = `&doctor=${second.publicId}`
    assert.equal((await moves(desk, movesOf(visit), NINE, other)).location, visit.path)
    const { text } = await desk.get(visit.path)
    assert.include(text, second.name)
    assert.notInclude(text, `>${first.name}<`)
  })

  test('V3 a request that staff move is confirmed with it', async ({ assert }) => {
    const visit = await booked(await aPractice({ type: { confirmedBy: 'unit' } }), {
      startsAt: NINE,
    })
    const desk = await atDesk('desk')
    assert.include((await desk.get(movesOf(visit))).text, 'also confirms this request')
    await moves(desk, movesOf(visit), NEXT_DAY)
    assert.equal(await stateNow(visit), 'confirmed')
  })

  test('V3 two move at once: the second is told; a double click moves once', async ({ assert }) => {
    const practice = await aPractice()
    const visit = await booked(practice, { startsAt: NINE })
    const path = movesOf(visit)
    const [one, other] = [await atDesk('desk'), await atDesk('desk')]
    const form = postForm(await other.get(`${path}?day=2027-01-20`), path)
    const twice = postForm(await one.get(`${path}?day=2027-01-19`), path)
    assert.equal((await one.submit(twice, at(ELEVEN))).location, visit.path)
    assert.equal((await one.submit(twice, at(ELEVEN))).location, visit.path)
    const told = await other.follow(await other.submit(form, at(NEXT_DAY)))
    assert.include(told.text, 'Somebody else has moved this visit meanwhile.')
    await visit.reservation.refresh()
    assert.containsSubset(visit.reservation.$attributes, { startsAt: ELEVEN, sequence: 1 })
  })

  test('V3 a time that is taken meanwhile leaves the visit where it is', async ({ assert }) => {
    const practice = await aPractice()
    const visit = await booked(practice, { startsAt: NINE })
    const path = movesOf(visit)
    const desk = await atDesk('desk')
    const form = postForm(await desk.get(`${path}?day=2027-01-19`), path)
    await booked(practice, { startsAt: ELEVEN })
    const page = await desk.follow(await desk.submit(form, at(ELEVEN)))
    assert.include(page.text, 'so the visit stays on')
    assert.notInclude(page.text, `value="${ELEVEN}"`)
    assert.equal((await visit.reservation.refresh()).startsAt, NINE)
  })

  test('V3 what is over or of another unit is not moved', async ({ assert }) => {
    const practice = await aPractice()
    const visit = await booked(practice, { startsAt: NINE })
    const desk = await atDesk('desk')
    await Reservation.query().where('id', visit.visit.id).update({ outcome: 'served' })
    const page = await desk.follow(await desk.get(movesOf(visit)))
    assert.include(page.text, 'This visit can no longer be moved.')
    const foreign = await atDesk('desk', [await aLocation()])
    assert.equal((await foreign.get(movesOf(visit))).status, 404)
    for (const id of ['0', '999999', 'x']) {
      assert.equal((await desk.get(`/admin/patient-visits/moves/${id}`)).status, 404, id)
    }
  })
})

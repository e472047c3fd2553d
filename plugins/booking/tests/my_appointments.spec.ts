import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { User } from '#core/accounts'
import { auditTrailOf } from '#core/audit'
import { createCustomer, Customer } from '#core/customers'
import { clock, SYSTEM, transaction } from '#core/platform'
import { Reservation } from '#core/scheduling'
import { Appointment } from '#plugins/booking/models/appointment'
import { anOffer, easyCaptcha, EMAIL, mailsTo, NOW, Visit } from '#plugins/booking/tests/visit'
import { PASSWORD, signedIn, someCustomer, someStaff } from '#tests/accounts/people'
import { statements } from '#tests/admin/desk'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import type { Answer } from '#tests/kit/http'
import { rome } from '#tests/scheduling/planner'
import { visitor } from '#tests/web/visitor'

const MINE = '/account/booking'
const NINE = rome('2027-01-19 09:00')
const TEN = rome('2027-01-19 10:00')

test.group('My appointments', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(() => easyCaptcha())
  frozenAt(group, NOW)

  const someone = () => someCustomer({ email: EMAIL, firstName: 'Ada', lastName: 'Vornberg' })

  /** A guest's appointment, and the account that it joins at sign-in. */
  async function joined() {
    const offer = await anOffer()
    await new Visit(visitor(), offer).book(NINE)
    const user = await someone()
    const client = await signedIn(user)
    return { offer, user, client, appointment: await Appointment.firstOrFail() }
  }

  test('V1 lists what is to come, and what is over on its own tab', async ({ assert }) => {
    const { client, appointment } = await joined()
    const page = await client.get(MINE)
    assert.include(page.text, 'AA001')
    assert.include(page.text, `${MINE}/${appointment.publicId}`)
    assert.match(page.text, /Tue,? 19 Jan 2027/)
    assert.notInclude((await client.get(`${MINE}?when=past`)).text, 'AA001')
    assert.include((await client.get('/account')).text, 'My appointments')
    const gone = { starts_at: clock.now() - 3_600_000, ends_at: clock.now() - 1 }
    await db.from('scheduling_sessions').update(gone)
    await db.from('scheduling_reservations').update({ outcome: 'served', ...gone })
    assert.notInclude((await client.get(MINE)).text, 'AA001')
    assert.include((await client.get(`${MINE}?when=past`)).text, 'Served')
    const over = await client.get(`${MINE}/${appointment.publicId}`)
    assert.include(over.text, 'Your appointment is over')
    assert.notInclude(over.text, '/move')
    for (const query of ['?page=-1', '?page=1e9', '?page[]=2', '?when[a]=past', '?page=abc']) {
      assert.equal((await client.get(MINE + query)).status, 200, query)
    }
    assert.isAtMost(await statements(() => client.get(MINE)), 6)
  })

  test('V2 shows the ticket with its files, as the mailed link does', async ({ assert }) => {
    const { client, appointment } = await joined()
    const address = `${MINE}/${appointment.publicId}`
    const page = await client.get(address)
    assert.include(page.text, 'AA001')
    assert.include(page.text, `${address}/move`)
    assert.isAtMost(await statements(() => client.get(address)), 6)
    const file = await client.get(`${address}/calendar.ics`)
    assert.include(file.text, `URL;VALUE=URI:http://localhost:3333${address}`.slice(0, 60))
    assert.equal((await client.get(`${address}/ticket.pdf`)).status, 200)
  })

  test('V3 V4 moves and cancels in the person’s own name', async ({ assert }) => {
    const { client, user, appointment } = await joined()
    const address = `${MINE}/${appointment.publicId}`
    const times = await client.get(`${address}/move?day=2027-01-19`)
    const form = times.forms().find(({ action }) => action.endsWith('/move'))!
    const moved = await client.submit(form, { starts_at: String(TEN) })
    assert.equal(moved.location, address)
    assert.equal((await Reservation.firstOrFail()).startsAt, TEN)

    const ask = await client.get(`${address}/cancellation`)
    await client.submit(ask.form('/cancellation'), { reason: 'Fever' })
    const reservation = await Reservation.firstOrFail()
    assert.containsSubset(reservation.$attributes, {
      state: 'released',
      releasedBy: 'customer',
      releasedById: user.id,
      releaseReason: 'Fever',
    })
    const [last] = await auditTrailOf('booking.appointment', appointment.id)
    assert.containsSubset(last.$attributes, { actorKind: 'customer', actorId: user.id })
    assert.include((await client.get(address)).text, '/booking/')
    assert.lengthOf(await mailsTo(EMAIL), 3)
  })

  test('nobody finds another person’s appointment', async ({ assert }) => {
    const { appointment } = await joined()
    const other = await signedIn(await someCustomer())
    const _csrf = String((await other.get('/account')).form('/sign-out').fields._csrf)
    assert.notInclude((await other.get(MINE)).text, 'AA001')
    for (const path of ['', '/move', '/cancellation', '/calendar.ics', '/ticket.pdf']) {
      for (const id of [appointment.publicId, String(appointment.id), 'x'.repeat(22)]) {
        assert.equal((await other.get(`${MINE}/${id}${path}`)).status, 404, id + path)
      }
    }
    for (const path of ['/move', '/cancellation']) {
      const post = { _csrf, starts_at: String(TEN), reason: '' }
      assert.equal((await other.post(`${MINE}/${appointment.publicId}${path}`, post)).status, 404)
    }
    assert.equal((await Reservation.firstOrFail()).startsAt, NINE)
    assert.equal((await visitor().get(MINE)).location, `/sign-in?next=${encodeURIComponent(MINE)}`)
  })

  test('who is signed in finds their details filled in, and the appointment in the account', async ({
    assert,
  }) => {
    const offer = await anOffer()
    const user = await someone()
    const values = { firstName: 'Ada', lastName: 'Vornberg', email: EMAIL, phone: '0171 22' }
    const own = await transaction((trx) =>
      createCustomer(trx, { ...values, userId: user.id, locale: 'en', actor: SYSTEM })
    )
    const client = await signedIn(user)
    const visit = new Visit(client, offer)
    const _csrf = String((await client.get('/account')).form('/sign-out').fields._csrf)
    const detailsIn = (page: Answer) => page.forms().find(({ fields }) => 'first_name' in fields)!
    await visit.choose(NINE, { _csrf })
    const page = await client.get(visit.draft())
    for (const filled of ['value="Ada"', 'value="Vornberg"', `value="${EMAIL}"`, '0171 22']) {
      assert.include(page.text, filled)
    }
    await client.submit(detailsIn(page), {})
    const check = await client.get(visit.draft('/confirmation'))
    await client.submit(check.form('/confirmation'), { altcha: 'solved:mine-1' })
    const appointment = await Appointment.firstOrFail()
    assert.equal(appointment.customerId, own.id, 'the same person is not made twice')
    assert.include((await client.get(MINE)).text, appointment.publicId)

    const forChild = new Visit(client, offer)
    await forChild.choose(TEN, { _csrf })
    const details = await client.get(forChild.draft())
    await client.submit(detailsIn(details), { first_name: 'Mia' })
    const again = await client.get(forChild.draft('/confirmation'))
    await client.submit(again.form('/confirmation'), { altcha: 'solved:mine-2' })
    const people = await Customer.query().orderBy('id')
    assert.deepEqual(
      people.map(({ firstName, userId }) => [firstName, userId]),
      [
        ['Ada', user.id],
        ['Mia', user.id],
      ]
    )
    assert.lengthOf(await User.all(), 1)
  })

  test('who leaves is told what is still open; the appointment stays, the account goes', async ({
    assert,
  }) => {
    const { client, user, appointment } = await joined()
    const page = await client.get('/account/leave')
    assert.include(page.text, 'AA001')
    assert.include(page.text, `${MINE}/${appointment.publicId}`)
    const wrong = await client.submit(page.form('/account/leave'), { current_password: 'guess' })
    assert.equal(wrong.status, 422)
    assert.equal((await user.refresh()).email, EMAIL)

    const left = await client.submit(page.form('/account/leave'), { current_password: PASSWORD })
    assert.equal(left.location, '/left')
    assert.equal((await client.get('/account')).status, 303)
    const signIn = await visitor().post('/sign-in', { email: EMAIL, password: PASSWORD })
    assert.equal(signIn.status, 422)
    await user.refresh()
    assert.containsSubset(user.$attributes, { firstName: '', lastName: '', password: null })
    assert.notInclude(JSON.stringify(user.$attributes), 'ada')
    assert.isNull((await Customer.firstOrFail()).userId)
    assert.equal((await Reservation.firstOrFail()).state, 'confirmed')
    const mails = await mailsTo(EMAIL)
    assert.equal(mails.at(-1)?.subject, 'Your account is closed')
    const again = await someone()
    assert.notEqual(again.id, user.id, 'the address is free for a new account')
  })

  test('staff do not leave here', async ({ assert }) => {
    const staff = await signedIn(await someStaff({ role: 'desk' }))
    assert.equal((await staff.get('/account/leave')).status, 404)
    assert.notInclude((await staff.get('/account/profile')).text, '/account/leave')
  })
})

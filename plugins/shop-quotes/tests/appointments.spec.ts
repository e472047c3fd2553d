import { test } from '@japa/runner'
import { composeMail } from '#app/messaging/queries/compose_mail'
import { mailDefinition } from '#app/messaging/queries/mail_definitions'
import { OutboxMail } from '#core/messaging'
import { transaction } from '#core/platform'
import { offerThrough, Service } from '#core/scheduling'
import {
  APPOINTMENTS,
  booked,
  bought,
  choose,
  ELEVEN,
  living,
  mailed,
  NEXT_DAY,
  TEN,
  withAppointment,
} from '#plugins/shop-quotes/tests/appointments'
import { deedsOf } from '#plugins/shop-quotes/tests/ordered'
import { aService, aShop, NOW } from '#plugins/shop-quotes/tests/shop'
import { signedIn, someCustomer, someStaff } from '#tests/accounts/people'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import { visitor } from '#tests/web/visitor'

/** As its recipient reads it. */
async function textOf({ template, locale, data, toAddress: email }: OutboxMail) {
  const mail = { locale, data, to: { name: '', email } }
  return (await composeMail(mailDefinition(template)!, mail)).text
}

test.group('Appointments of orders', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(() => aShop())
  frozenAt(group, NOW)

  test('S2 the service says that an appointment is chosen after the payment', async ({
    assert,
  }) => {
    const { offered, service } = await withAppointment()
    const path = `/shop/services/${offered.slug}`
    const says = 'Once you have paid you choose an appointment.'
    assert.include((await visitor().get(path)).text, says)
    await service.merge({ active: false }).save()
    assert.notInclude((await visitor().get(path)).text, says)
  })

  test('S11 it is chosen once the order is paid, and not before', async ({ assert }) => {
    const planned = await withAppointment()
    const waiting = await bought(planned, { isPaid: false })
    const early = await waiting.client.get(waiting.page)
    assert.include(early.text, 'as soon as the order is paid')
    assert.notInclude(early.text, waiting.path)
    assert.equal((await waiting.client.get(waiting.path)).location, waiting.page)
    const own = await bought(planned)
    const page = await own.client.get(own.page)
    assert.include(page.text, 'Choose your appointment below.')
    const times = await own.client.get(page.text.match(/\/account[^"]+\/appointments\/[^"]+/)![0])
    assert.include(times.text, 'The times are those of the place (Europe/Rome).')
    const { _csrf, place } = times.form(own.path).fields as Record<string, string>
    const sent = { _csrf, place, starts_at: String(TEN) }
    const forged = await waiting.client.post(waiting.path, {
      ...sent,
      _csrf: String((await waiting.client.get('/account')).form('/sign-out').fields._csrf),
    })
    assert.equal(forged.location, waiting.page)
    assert.include((await waiting.client.get(waiting.page)).text, 'can be chosen once')
    assert.lengthOf(await living(), 0)
    assert.equal((await own.client.post(own.path, sent)).location, own.page)
    const [reservation] = await living()
    assert.deepInclude(reservation.$attributes, { owner: 'shop-quotes', startsAt: TEN })
    assert.equal(reservation.customerId, own.order.customerId)
    assert.equal((await own.line.refresh()).reservationId, reservation.id)
  })

  test('S11 order, mail and calendar tell number, day, time and place', async ({ assert }) => {
    const { client, page, path, order } = await booked(await withAppointment())
    const { text } = await client.get(page)
    const [{ number }] = await living()
    const shown = ['Tuesday, 19 January 2027', '10:00–11:00 (Europe/Rome)', 'Pisa', number!]
    for (const word of [...shown, 'Your appointment is booked.']) assert.include(text, word)
    assert.notInclude(text, 'Choose your appointment below.')
    assert.deepEqual(await mailed(), ['booked en'])
    const file = await client.get(`${path}/calendar.ics`)
    assert.include(file.headers.get('content-type')!, 'text/calendar')
    for (const line of ['DTSTART:20270119T090000Z', 'METHOD:PUBLISH', number!]) {
      assert.include(file.text, line)
    }
    assert.deepEqual((await deedsOf(order.id)).slice(-1), ['booked paid'])
  })

  test('S11 an order of nothing to pay gives its appointment at once', async ({ assert }) => {
    const own = await bought(await withAppointment({ sold: { priceMinor: 0 } }))
    assert.equal(own.order.state, 'paid')
    assert.equal((await choose(own.client, own.path, TEN)).location, own.page)
    assert.lengthOf(await living(), 1)
    const placed = await OutboxMail.findByOrFail('template', 'shop-quotes.order_placed')
    assert.include(await textOf(placed), 'you choose it on the page of the order')
  })

  test('S11 a full time is told, with other times, and nothing is lost', async ({ assert }) => {
    const planned = await withAppointment()
    const own = await bought(planned)
    const form = (await own.client.get(`${own.path}?day=2027-01-19`)).form(own.path)
    await booked(planned)
    const refused = await own.client.submit(form, { starts_at: String(TEN) })
    assert.equal(refused.status, 409)
    assert.include(refused.text, 'Tuesday, 19 January 2027, 10:00 is no longer free.')
    const again = refused.form(own.path)
    const answer = await own.client.submit(again, { starts_at: String(ELEVEN) })
    assert.equal(answer.location, own.page)
    assert.deepEqual(
      (await living()).map(({ startsAt }) => startsAt),
      [TEN, ELEVEN]
    )
  })

  test('S11 two who post at once: one line gets one appointment, one time one order', async ({
    assert,
  }) => {
    const planned = await withAppointment()
    const [one, other] = [await bought(planned), await bought(planned)]
    const form = (await one.client.get(`${one.path}?day=2027-01-19`)).form(one.path)
    const posts = [TEN, ELEVEN].map((at) => one.client.submit(form, { starts_at: String(at) }))
    const answers = await Promise.all(posts)
    assert.deepEqual(
      answers.map(({ location }) => location),
      [one.page, one.page]
    )
    const [{ id, startsAt }] = await living()
    assert.lengthOf(await living(), 1)
    assert.equal((await one.line.refresh()).reservationId, id)
    const twin = await one.client.submit(form, { starts_at: String(startsAt) })
    assert.include((await one.client.follow(twin)).text, 'Your appointment is booked.')

    const third = await bought(planned)
    const wanted = { starts_at: String(NEXT_DAY) }
    const own = async ({ client, path }: typeof one) =>
      client.submit((await client.get(`${path}?day=2027-01-20`)).form(path), wanted)
    const raced = await Promise.all([own(other), own(third)])
    assert.sameMembers(
      raced.map(({ status }) => status),
      [303, 409]
    )
    assert.lengthOf(await living(), 2)
  })

  test('S11 only the customer of the order finds it, on a line that has one', async ({
    assert,
  }) => {
    const planned = await withAppointment()
    const own = await booked(planned)
    const plain = await bought({ offered: await aService() })
    const other = await signedIn(await someCustomer())
    const staff = await signedIn(await someStaff({ role: 'manager' }))
    for (const way of ['', '/move', '/cancellation', '/calendar.ics']) {
      assert.equal((await other.get(`${own.path}${way}`)).status, 404, way)
      assert.equal((await staff.get(`${own.path}${way}`)).status, 404, way)
      assert.equal((await plain.client.get(`${plain.path}${way}`)).status, 404, way)
      assert.equal((await visitor().get(`${own.path}${way}`)).status, 303, 'a guest signs in')
    }
    for (const id of ['x', 'x'.repeat(22), String(own.line.id)]) {
      assert.equal((await own.client.get(`${APPOINTMENTS}/${id}`)).status, 404, id)
    }
    const _csrf = String((await other.get('/account')).form('/sign-out').fields._csrf)
    const wish = { _csrf, starts_at: String(ELEVEN), place: planned.location.slug, sequence: '0' }
    for (const way of ['', '/move', '/cancellation']) {
      assert.equal((await other.post(`${own.path}${way}`, wish)).status, 404, way)
    }
    assert.equal((await living())[0].startsAt, TEN)
  })

  test('S11 where it is not offered any more, the shop works alone and says what to do', async ({
    assert,
  }) => {
    const planned = await withAppointment()
    const own = await bought(planned)
    await transaction((trx) => offerThrough(trx, planned.service.id, 'patient-visits'))
    const { text } = await own.client.get(own.page)
    assert.include(text, 'We arrange the appointment with you')
    assert.include(text, 'There is nothing more for you to do.')
    assert.equal((await own.client.get(own.path)).location, own.page)
    await transaction((trx) => offerThrough(trx, planned.service.id, null))
    await choose(own.client, own.path, TEN)
    await Service.query().where('id', planned.service.id).update({ active: false })
    const kept = await own.client.get(own.page)
    assert.include(kept.text, 'Tuesday, 19 January 2027')
    assert.notInclude(kept.text, `${own.path}/move`)
    assert.include(kept.text, `${own.path}/cancellation`)
  })

  test('the database lets no two lines share an appointment', async ({ assert }) => {
    const planned = await withAppointment()
    const [one, other] = [await booked(planned), await bought(planned)]
    const shared = other.line.merge({ reservationId: one.line.reservationId }).save()
    await assert.rejects(() => shared, /unique/i)
  })
})

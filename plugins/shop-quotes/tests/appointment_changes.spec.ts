import { test } from '@japa/runner'
import { clock, SYSTEM, transaction } from '#core/platform'
import { recordOutcome, Reservation } from '#core/scheduling'
import { RefundOrder } from '#plugins/shop-quotes/actions/refund_order'
import { TakeDeskStep } from '#plugins/shop-quotes/actions/take_desk_step'
import {
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
import { aKey, asStaff, orderNow } from '#plugins/shop-quotes/tests/ordered'
import { aService, aShop, NOW } from '#plugins/shop-quotes/tests/shop'
import { signedIn, someStaff } from '#tests/accounts/people'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'

test.group('Changes of appointments', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(() => aShop())
  frozenAt(group, NOW)

  test('S11 it is moved to another free time, and an old page is told', async ({ assert }) => {
    const { client, page, path, line } = await booked(await withAppointment())
    const form = (await client.get(`${path}/move?day=2027-01-20`)).form('/move')
    const moved = await client.submit(form, { starts_at: String(NEXT_DAY) })
    assert.equal(moved.location, page)
    assert.include((await client.get(page)).text, 'Wednesday, 20 January 2027')
    const [reservation] = await living()
    assert.deepInclude(reservation.$attributes, { id: line.reservationId, startsAt: NEXT_DAY })
    await client.submit(form, { starts_at: String(NEXT_DAY) })
    assert.include((await client.get(page)).text, 'Your appointment is changed.')
    await client.submit(form, { starts_at: String(ELEVEN) })
    assert.include((await client.get(page)).text, 'was changed meanwhile')
    assert.deepEqual(await mailed(), ['booked en', 'moved en'])
  })

  test('S11 a taken time leaves it where it is', async ({ assert }) => {
    const planned = await withAppointment()
    const { client, path } = await booked(planned)
    const form = (await client.get(`${path}/move?day=2027-01-19`)).form('/move')
    await booked(planned, ELEVEN)
    const refused = await client.submit(form, { starts_at: String(ELEVEN) })
    assert.equal(refused.status, 409)
    assert.include(refused.text, 'Your appointment stays where it is.')
    assert.equal((await living())[0].startsAt, TEN)
  })

  test('S11 it is cancelled, and another one can be chosen', async ({ assert }) => {
    const { client, page, path, line } = await booked(await withAppointment())
    const confirm = await client.get(`${path}/cancellation`)
    assert.include(confirm.text, 'Tuesday, 19 January 2027')
    assert.lengthOf(await living(), 1)
    const done = await client.submit(confirm.form('/cancellation'))
    assert.equal(done.location, page)
    assert.lengthOf(await living(), 0)
    assert.isNull((await line.refresh()).reservationId)
    assert.deepEqual(await mailed(), ['booked en', 'cancelled en'])
    assert.include((await client.get(page)).text, 'Choose an appointment')
    assert.equal((await choose(client, path, TEN)).location, page)
    assert.lengthOf(await living(), 1)
  })

  test('S11 within the notice of its service, or once it has begun, it stays', async ({
    assert,
  }) => {
    const planned = await withAppointment({ scheduled: { minNoticeMinutes: 120 } })
    const own = await booked(planned)
    clock.freeze(TEN - 60 * 60_000)
    const later = await signedIn(own.user)
    const late = await later.get(own.page)
    assert.include(late.text, 'too late to change it online')
    for (const way of ['move', 'cancellation']) {
      assert.notInclude(late.text, `${own.path}/${way}`)
      assert.equal((await later.get(`${own.path}/${way}`)).location, own.page)
    }
    const _csrf = String((await later.get('/account')).form('/sign-out').fields._csrf)
    await later.post(`${own.path}/cancellation`, { _csrf })
    await later.post(`${own.path}/move`, { _csrf, starts_at: String(NEXT_DAY), sequence: '0' })
    assert.deepEqual(
      (await living()).map(({ startsAt }) => startsAt),
      [TEN]
    )
  })

  test('S12 cancelled or paid back, an order gives its appointment back', async ({ assert }) => {
    const planned = await withAppointment()
    const by = await asStaff()
    const { order: cancelled, page, client } = await booked(planned)
    const step = { orderId: cancelled.id, step: 'cancel', text: 'Closed.', by } as const
    assert.isTrue((await new TakeDeskStep().handle(step)).ok)
    assert.lengthOf(await living(), 0)
    assert.notInclude((await client.get(page)).text, 'Choose an appointment')
    const { order, path, page: address, ...other } = await booked(planned)
    const refund = async (amountMinor: number) => {
      const { id: orderId, version: seen } = await orderNow(order.id)
      const paid = { orderId, amountMinor, seen, by, formKey: aKey(), reason: 'Broken.' }
      const answer = { ...paid, method: 'desk', valueDay: '2027-01-11' } as const
      assert.isTrue((await new RefundOrder().handle(answer)).ok)
    }
    await refund(900)
    assert.lengthOf(await living(), 1, 'a part that is paid back changes nothing')
    await refund(4000)
    assert.lengthOf(await living(), 0)
    assert.equal((await other.client.get(path)).location, address)
    const outcomes = ['booked en', 'cancelled en', 'booked en', 'cancelled en']
    assert.deepEqual(await mailed(), outcomes)
  })

  test('S12 what is withdrawn from gives its appointment back; what took place stays', async ({
    assert,
  }) => {
    const planned = await withAppointment()
    const further = [await aService({ withdrawalClass: 'none' })]
    for (const [own, left] of [
      [await bought(planned), 'withdrawal_requested'],
      [await bought(planned, { further }), 'paid'],
    ] as const) {
      await choose(own.client, own.path, TEN)
      assert.lengthOf(await living(), 1, left)
      const path = `${own.page}/withdrawal`
      const declared = await own.client.submit((await own.client.get(path)).form('/withdrawal'))
      await own.client.submit(declared.form('/withdrawal'))
      assert.equal((await orderNow(own.order.id)).state, left)
      assert.lengthOf(await living(), 0, left)
      assert.equal((await own.client.get(own.path)).location, own.page)
    }

    const served = await booked(planned)
    clock.freeze(TEN + 1)
    await transaction(async (trx) => {
      const reservation = await Reservation.query({ client: trx })
        .where('id', served.line.reservationId!)
        .firstOrFail()
      await recordOutcome(trx, reservation, { outcome: 'served', by: SYSTEM, zone: 'Europe/Rome' })
    })
    const step = { orderId: served.order.id, step: 'cancel', text: 'Late.' } as const
    await new TakeDeskStep().handle({ ...step, by: await asStaff() })
    assert.lengthOf(await living(), 1)
  })

  test('S12 staff see the appointment, and that none has been chosen yet', async ({ assert }) => {
    const planned = await withAppointment()
    const [one, other] = [await booked(planned), await bought(planned)]
    const desk = await signedIn(await someStaff({ role: 'manager' }))
    const shown = await desk.get(`/admin/shop-quotes/orders/${one.order.id}`)
    assert.include(shown.text, `/admin/scheduling/day?date=2027-01-19`)
    assert.include(shown.text, 'Tuesday, 19 January 2027, 10:00–11:00')
    assert.include(shown.text, 'Booked the appointment')
    const dayHref = `/admin/scheduling/day?date=2027-01-19&location=${planned.location.id}`
    const planner = `/admin/shop-quotes/appointments/${one.line.reservationId}`
    assert.include((await desk.get(dayHref)).text, planner)
    assert.equal((await desk.get(planner)).location, `/admin/shop-quotes/orders/${one.order.id}`)
    const cancel = `/admin/shop-quotes/orders/${one.order.id}/free-appointment`
    assert.include(shown.text, cancel)
    const form = (await desk.get(cancel)).form(cancel)
    const freed = await desk.follow(await desk.submit(form, { reason: 'We are closed.' }))
    assert.include(freed.text, 'The appointment is cancelled')
    assert.lengthOf(await living(), 0)
    assert.include((await one.client.get(one.page)).text, 'We are closed.')
    const twice = await desk.follow(await desk.submit(form, { reason: 'Again.' }))
    assert.include(twice.text, 'There is no appointment to come.')
    const waits = await desk.get(`/admin/shop-quotes/orders/${other.order.id}`)
    assert.include(waits.text, 'Not chosen yet')
    assert.notInclude(waits.text, '/free-appointment')
  })
})

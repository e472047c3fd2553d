import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { Customer } from '#core/customers'
import { clock, randomId } from '#core/platform'
import { CancelAppointment } from '#plugins/booking/actions/cancel_appointment'
import { MoveAppointment } from '#plugins/booking/actions/move_appointment'
import { Appointment } from '#plugins/booking/models/appointment'
import { anOffer, easyCaptcha, NOW, Visit } from '#plugins/booking/tests/visit'
import { signedIn, someStaff } from '#tests/accounts/people'
import { atDesk } from '#tests/admin/desk'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import { rome } from '#tests/scheduling/planner'
import { visitor } from '#tests/web/visitor'

const CARDS = '/admin/customers/customers'
const NINE = rome('2027-01-19 09:00')
const TEN = rome('2027-01-19 10:00')
const DAY = 86_400_000

test.group('The card of a customer', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(() => easyCaptcha())
  frozenAt(group, NOW)

  /** Two people at two places. */
  async function twoPeople() {
    const [here, there] = [await anOffer(), await anOffer()]
    await new Visit(visitor(), here).book(NINE, { last_name: 'Nearhill' })
    await new Visit(visitor(), there).book(NINE, { last_name: 'Farfield' })
    const [near, far] = await Customer.query().orderBy('id')
    return { here, near, far }
  }

  test('shows the appointments, the mails and what was done, to the desk too', async ({
    assert,
  }) => {
    const { near } = await twoPeople()
    const staff = await someStaff({ role: 'desk', firstName: 'Dora', lastName: 'Tresen' })
    const appointment = await Appointment.query()
      .where('customerId', near.id)
      .preload('reservation')
      .firstOrFail()
    const by = { kind: 'staff', id: staff.id } as const
    const wish = { startsAt: TEN, audience: 'staff', by } as const
    assert.isTrue((await new MoveAppointment().handle(appointment, wish)).ok)
    await appointment.load('reservation')
    await new CancelAppointment().handle(appointment, { by, reason: 'She is ill' })

    const { text } = await (await signedIn(staff)).get(`${CARDS}/${near.id}`)
    for (const shown of ['Ada Nearhill', 'ada@example.org', 'AA001', 'Fitting']) {
      assert.include(text, shown)
    }
    const told = ['AA001 booked', 'AA001 moved', 'AA001 cancelled', 'She is ill']
    for (const happened of [...told, 'Dora Tresen', '/admin/messaging/mails/']) {
      assert.include(text, happened)
    }
    const timeline = text.slice(text.indexOf('admin-timeline'))
    assert.match(timeline, /Tue,? 19 Jan 2027, 09:00 → Tue,? 19 Jan 2027, 10:00/)
    // Each deed once, in the words of the desk and not also as the plain line of the trail.
    for (const once of ['moved', 'cancelled'])
      assert.lengthOf(timeline.match(new RegExp(`AA001 ${once}`, 'g'))!, 1)
    assert.notInclude(timeline, 'Moved to another time')
    assert.include(text, `/admin/booking/appointments/${appointment.reservationId}`)
    // Somebody else with the same address is suggested as a duplicate, and nothing more of theirs.
    assert.lengthOf(text.match(/Farfield/g)!, 1)
  })

  test('begins with the appointment that is next, then what was last', async ({ assert }) => {
    const { near } = await twoPeople()
    const booked = db.from('scheduling_reservations').where('customer_id', near.id)
    const row = (await booked.firstOrFail()) as Record<string, unknown>
    delete row.id
    const days = [-30, 9, 2, -1, 30, -9]
    const others = days.map((fromNow, nth) => {
      const at = clock.now() + fromNow * DAY
      const own = { public_id: randomId(), number: `ZZ${nth}`, state: 'released' }
      return { ...row, ...own, starts_at: at, ends_at: at + DAY / 24 }
    })
    await db.table('scheduling_reservations').multiInsert(others)
    const { text } = await (await atDesk('desk')).get(`${CARDS}/${near.id}`)
    const [, table] = text.match(/id="booking-appointments">([^]*?)<\/section>/)!
    const order = [...table.matchAll(/>(ZZ\d|AA001)</g)].map(([, number]) => number)
    assert.deepEqual(order, ['ZZ2', 'AA001', 'ZZ1', 'ZZ4', 'ZZ3'])
  })

  test('staff of one location neither list, find nor open customers of another', async ({
    assert,
  }) => {
    const { here, near, far } = await twoPeople()
    const desk = await atDesk('desk', [here.location])
    const everywhere = await atDesk('desk')
    for (const query of ['', '?q=farfield', '?sort=email']) {
      assert.notInclude((await desk.get(CARDS + query)).text, 'Farfield', query)
      assert.include((await everywhere.get(CARDS + query)).text, 'Farfield', query)
    }
    assert.include((await desk.get(CARDS)).text, 'Nearhill')
    assert.equal((await desk.get(`${CARDS}/${near.id}`)).status, 200)
    for (const path of ['', '/edit']) {
      assert.equal((await desk.get(`${CARDS}/${far.id}${path}`)).status, 404, path)
    }
  })
})

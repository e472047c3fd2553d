import { test } from '@japa/runner'
import { Customer } from '#core/customers'
import { CancelAppointment } from '#plugins/booking/actions/cancel_appointment'
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
    await new CancelAppointment().handle(appointment, { by, reason: null })

    const { text } = await (await signedIn(staff)).get(`${CARDS}/${near.id}`)
    for (const shown of ['Ada Nearhill', 'ada@example.org', 'AA001', 'Fitting']) {
      assert.include(text, shown)
    }
    for (const happened of ['Cancelled', 'Dora Tresen', '/admin/messaging/mails/']) {
      assert.include(text, happened)
    }
    assert.include(text, `/admin/booking/appointments/${appointment.reservationId}`)
    assert.notInclude(text, 'Farfield')
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

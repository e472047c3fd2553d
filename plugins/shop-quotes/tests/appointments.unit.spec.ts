import { test } from '@japa/runner'
import {
  bookingRefusal,
  changeRefusal,
  endsAppointments,
  type BookedStanding,
  type LineStanding,
} from '#plugins/shop-quotes/domain/appointments'
import { ORDER_STATES } from '#plugins/shop-quotes/domain/order_states'

const LINE: LineStanding = {
  ...{ state: 'paid', paymentState: 'paid' },
  ...{ hasAppointment: true, isWithdrawn: false, isBooked: false },
}
const START = Date.UTC(2027, 0, 19, 9)
const BOOKED: BookedStanding = {
  ...{ state: 'paid', startsAt: START, outcome: null, noticeMinutes: 120 },
}

test.group('When an appointment may be chosen', () => {
  test('S11 in every state of an order', ({ assert }) => {
    const refusals = ORDER_STATES.map((state) => [state, bookingRefusal({ ...LINE, state })])
    assert.deepEqual(Object.fromEntries(refusals), {
      ...{ placed: 'not_paid', paid: null, in_progress: null, completed: 'over' },
      ...{ expired: 'over', cancelled: 'over', withdrawal_requested: 'over', withdrawn: 'over' },
    })
  })

  test('S11 once for a line, if one comes with it and it was not withdrawn from', ({ assert }) => {
    assert.equal(bookingRefusal({ ...LINE, hasAppointment: false }), 'no_appointment')
    assert.equal(bookingRefusal({ ...LINE, isBooked: true }), 'booked')
    assert.equal(bookingRefusal({ ...LINE, isBooked: true, state: 'cancelled' }), 'booked')
    assert.equal(bookingRefusal({ ...LINE, isWithdrawn: true }), 'over')
    assert.equal(bookingRefusal({ ...LINE, paymentState: 'refunded' }), 'over')
    assert.isNull(bookingRefusal({ ...LINE, paymentState: 'partially_refunded' }))
    assert.isNull(bookingRefusal({ ...LINE, paymentState: 'overpaid' }))
  })

  test('S12 what has ended or was paid back gives its appointments back', ({ assert }) => {
    const ends = ORDER_STATES.filter((state) => endsAppointments({ state, paymentState: 'paid' }))
    assert.deepEqual(ends, ['expired', 'cancelled', 'withdrawal_requested', 'withdrawn'])
    assert.isTrue(endsAppointments({ state: 'paid', paymentState: 'refunded' }))
  })

  test('S11 the customer changes it up to the notice of its service', ({ assert }) => {
    const last = START - 120 * 60_000
    assert.isNull(changeRefusal(BOOKED, last))
    assert.equal(changeRefusal(BOOKED, last + 1), 'too_late')
    assert.equal(changeRefusal({ ...BOOKED, noticeMinutes: 0 }, START), 'begun')
    assert.isNull(changeRefusal({ ...BOOKED, noticeMinutes: 0 }, START - 1))
    assert.equal(changeRefusal({ ...BOOKED, outcome: 'arrived' }, 0), 'begun')
    assert.equal(changeRefusal({ ...BOOKED, state: 'completed' }, 0), 'over')
  })
})

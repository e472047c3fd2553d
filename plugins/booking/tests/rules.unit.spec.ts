import { test } from '@japa/runner'
import { changeRefusal, staffMayChange } from '#plugins/booking/domain/change_deadline'
import { linkLife } from '#plugins/booking/domain/link_life'

const HOUR = 3_600_000
const confirmed = { state: 'confirmed', startsAt: 10 * HOUR }

test.group('Rules of booking', () => {
  test('B10 a customer may change until so many hours before', ({ assert }) => {
    assert.isNull(changeRefusal(confirmed, 8 * HOUR, 2))
    assert.equal(changeRefusal(confirmed, 8 * HOUR + 1, 2), 'too_late')
    assert.isNull(changeRefusal(confirmed, 10 * HOUR - 1, 0))
    assert.equal(changeRefusal(confirmed, 10 * HOUR, 0), 'over')
    for (const state of ['held', 'pending', 'released', 'expired']) {
      assert.equal(changeRefusal({ ...confirmed, state }, 0, 2), 'not_confirmed')
    }
  })

  test('B12 staff may change until it ends: who comes late is given another time', ({ assert }) => {
    const late = { state: 'confirmed', endsAt: 11 * HOUR }
    assert.isTrue(staffMayChange(late, 11 * HOUR - 1))
    assert.isFalse(staffMayChange(late, 11 * HOUR))
    assert.isFalse(staffMayChange({ ...late, state: 'released' }, 0))
  })

  test('B10 a link in a mail works for thirty days after the appointment', ({ assert }) => {
    assert.equal(linkLife(0), 30 * 24 * HOUR)
  })
})

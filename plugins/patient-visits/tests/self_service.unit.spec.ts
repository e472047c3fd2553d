import { test } from '@japa/runner'
import {
  cancelRefusal,
  changeRefusal,
  isLate,
  staffMayChange,
  type OwnVisit,
  type SelfService,
} from '#plugins/patient-visits/domain/self_service'
import { VISIT_STATES } from '#plugins/patient-visits/domain/visit_states'

const MONDAY = '2027-01-18'
const TUESDAY = '2027-01-19'
const at = (day: string, time: string) => Date.parse(`${day}T${time}:00Z`)
const TEN = at(TUESDAY, '10:00')
const RULES: SelfService = {
  ...{ allowed: true, changeUntilHours: 24, cancelUntilHours: 4, mostChanges: 2 },
}
const VISIT: OwnVisit = { state: 'confirmed', startsAt: TEN, changes: 0 }

/** What a patient is told who wants to change, and who wants to cancel. */
const told = (now: number, visit: Partial<OwnVisit> = {}, rules: Partial<SelfService> = {}) => {
  const asked = [{ ...VISIT, ...visit }, { ...RULES, ...rules }, now] as const
  return [changeRefusal(...asked), cancelRefusal(...asked)]
}

test.group('What patients do themselves', () => {
  test('V3 V4 the worked example', ({ assert }) => {
    const monday = at(MONDAY, '09:00')
    assert.deepEqual(told(monday), [null, null])
    assert.deepEqual(told(monday, { changes: 2 }), ['no_changes_left', null])
    assert.deepEqual(told(at(MONDAY, '10:00')), [null, null])
    assert.deepEqual(told(at(MONDAY, '10:01')), ['too_late', null])
    assert.deepEqual(told(at(TUESDAY, '06:00')), ['too_late', null])
    assert.deepEqual(told(at(TUESDAY, '06:01')), ['too_late', 'too_late'])
    assert.deepEqual(told(TEN), ['begun', 'begun'])
    assert.deepEqual(told(at(TUESDAY, '09:50'), { state: 'arrived' }), ['begun', 'begun'])
    assert.deepEqual(told(monday, {}, { allowed: false }), ['view_only', 'view_only'])
  })

  test('V3 V4 what is over is over, whatever the rules', ({ assert }) => {
    const ended = ['done', 'missed', 'cancelled', 'cancelled_by_unit', 'refused', 'lapsed'] as const
    for (const state of ended)
      for (const allowed of [true, false])
        assert.deepEqual(told(at(MONDAY, '09:00'), { state }, { allowed }), ['ended', 'ended'])
  })

  test('V3 V4 a request is changed and cancelled like a visit', ({ assert }) => {
    assert.deepEqual(told(at(MONDAY, '09:00'), { state: 'requested' }), [null, null])
    assert.deepEqual(told(at(TUESDAY, '07:00'), { state: 'requested' }), ['too_late', 'too_late'])
  })

  test('V3 no limit of changes means none; a limit of none allows none', ({ assert }) => {
    const monday = at(MONDAY, '09:00')
    assert.deepEqual(told(monday, { changes: 99 }, { mostChanges: null }), [null, null])
    assert.deepEqual(told(monday, {}, { mostChanges: 0 }), ['no_changes_left', null])
  })

  test('V4 without a cut-off a visit is cancelled until it begins', ({ assert }) => {
    assert.isNull(told(TEN - 1, {}, { cancelUntilHours: 0 })[1])
    assert.equal(told(TEN, {}, { cancelUntilHours: 0 })[1], 'begun')
  })

  test('staff change it until it ends', ({ assert }) => {
    const endsAt = TEN + 30 * 60_000
    const open = VISIT_STATES.filter((state) => staffMayChange({ state, endsAt }, TEN))
    assert.deepEqual(open, ['requested', 'confirmed'])
    assert.isTrue(staffMayChange({ state: 'confirmed', endsAt }, endsAt - 1))
    assert.isFalse(staffMayChange({ state: 'confirmed', endsAt }, endsAt))
  })

  test('less than a day before is late', ({ assert }) => {
    assert.isFalse(isLate(VISIT, at(MONDAY, '10:00')))
    assert.isTrue(isLate(VISIT, at(MONDAY, '10:01')))
  })
})

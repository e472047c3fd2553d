import { test } from '@japa/runner'
import { isOpen, visitState, type KeptVisit } from '#plugins/patient-visits/domain/visit_states'

const KEPT: KeptVisit = {
  ...{ state: 'confirmed', outcome: null, inRoomAt: null, confirmedAt: 1, endedBy: null },
}
const stateOf = (values: Partial<KeptVisit>) => visitState({ ...KEPT, ...values })

test.group('What a visit is', () => {
  test('V1 V2 each line of the table of states', ({ assert }) => {
    const table: [Partial<KeptVisit>, ReturnType<typeof visitState>][] = [
      [{ state: 'held', confirmedAt: null }, null],
      [{ state: 'pending', confirmedAt: null }, 'requested'],
      [{ state: 'expired', confirmedAt: null }, 'lapsed'],
      [{}, 'confirmed'],
      [{ outcome: 'arrived' }, 'arrived'],
      [{ outcome: 'arrived', inRoomAt: 2 }, 'in_room'],
      [{ outcome: 'served', inRoomAt: 2 }, 'done'],
      [{ outcome: 'no_show' }, 'missed'],
      [{ state: 'released', endedBy: 'patient' }, 'cancelled'],
      [{ state: 'released', endedBy: 'patient', confirmedAt: null }, 'cancelled'],
      [{ state: 'released', endedBy: 'unit', confirmedAt: null }, 'refused'],
      [{ state: 'released', endedBy: 'unit' }, 'cancelled_by_unit'],
    ]
    for (const [values, state] of table) assert.equal(stateOf(values), state)
  })

  test('who left the room before the doctor said so is done, not in it', ({ assert }) => {
    assert.equal(stateOf({ outcome: null, inRoomAt: 2 }), 'confirmed')
    assert.equal(stateOf({ outcome: 'no_show', inRoomAt: 2 }), 'missed')
  })

  test('V1 open is what is to come or takes place', ({ assert }) => {
    const open = (['requested', 'confirmed', 'arrived', 'in_room'] as const).every(isOpen)
    assert.isTrue(open)
    for (const state of ['done', 'missed', 'cancelled', 'refused', 'lapsed'] as const)
      assert.isFalse(isOpen(state))
  })
})

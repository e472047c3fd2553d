import { test } from '@japa/runner'
import { recordedChanges, tableOfObject } from '#app/audit/domain/recorded_changes'

const isPublic = (column: string) => ['state', 'starts_at'].includes(column)

test.group('What of a change is recorded', () => {
  test('values of public columns, names of all others', ({ assert }) => {
    const changes = {
      startsAt: [1, 2],
      email: ['anna@example.org', 'a.rossi@example.org'],
      state: ['held', 'confirmed'],
    } as const
    assert.deepEqual(recordedChanges(changes, isPublic), {
      fields: ['email', 'starts_at', 'state'],
      changes: { starts_at: [1, 2], state: ['held', 'confirmed'] },
    })
  })

  test('what stayed the same is left out', ({ assert }) => {
    const changes = {
      state: ['held', 'held'],
      startsAt: [null, undefined],
      name: [{ it: 'a' }, { it: 'a' }],
    } as const
    assert.deepEqual(recordedChanges(changes, isPublic), { fields: [], changes: {} })
  })

  test('the table of an object is its plural', ({ assert }) => {
    assert.equal(tableOfObject('booking.appointment'), 'booking_appointments')
    assert.equal(tableOfObject('queue-caller.entry'), 'queue_caller_entries')
    assert.equal(tableOfObject('scheduling.block'), 'scheduling_blocks')
    assert.equal(tableOfObject('organisation.address'), 'organisation_addresses')
    assert.equal(tableOfObject('testing.day'), 'testing_days')
  })
})

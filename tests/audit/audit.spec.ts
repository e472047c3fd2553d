import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import {
  audit,
  auditEntries,
  auditTrailOf,
  missingAuditGuards,
  restoreAuditGuards,
} from '#core/audit'
import { clock, dialect, registry, SYSTEM, transaction, type Actor } from '#core/platform'
import { dataMap, notPersonal, personal } from '#core/privacy'
import { freshDatabase } from '#tests/kit/database'

const NOW = Date.parse('2027-01-18T09:00:00Z')
const DESK: Actor = { kind: 'staff', id: 3 }
const contact = {
  purpose: 'contact',
  basis: 'contract',
  retention: { months: 12 },
  export: true,
  erase: 'blank',
} as const

const testing = {
  id: 'testing',
  privacy: dataMap({
    testing_visits: { ...notPersonal('id', 'state'), ...personal(contact, 'email') },
  }),
}

const cancel = (objectId: number, actor = DESK) =>
  transaction((trx) =>
    audit(trx, {
      actor,
      onBehalfOf: { kind: 'customer', id: 9 },
      action: 'testing.cancelled',
      object: 'testing.visit',
      objectId,
      changes: {
        state: ['booked', 'cancelled'],
        email: ['leak@example.org', null],
        notes: ['leak', ''],
      },
    })
  )

test.group('The audit trail', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(() => clock.freeze(NOW))
  group.each.setup(() => {
    registry.modules.push(testing)
    return () => void registry.modules.pop()
  })

  test('a line says who, for whom, what, on which object and when', async ({ assert }) => {
    await cancel(7)
    const [entry] = await auditTrailOf('testing.visit', 7)
    assert.deepInclude(entry.serialize(), {
      at: NOW,
      actorKind: 'staff',
      actorId: 3,
      onBehalfOfKind: 'customer',
      onBehalfOfId: 9,
      action: 'testing.cancelled',
      object: 'testing.visit',
      objectId: '7',
    })
  })

  test('no personal or unmapped value gets into the table', async ({ assert }) => {
    await cancel(7)
    const [entry] = await auditTrailOf('testing.visit', 7)
    assert.deepEqual(entry.fields, ['email', 'notes', 'state'])
    assert.deepEqual(entry.changes, { state: ['booked', 'cancelled'] })
    assert.notInclude(JSON.stringify(await db.from('audit_entries')), 'leak')
  })

  test('a line goes with its transaction', async ({ assert }) => {
    const failing = transaction(async (trx) => {
      await audit(trx, { actor: SYSTEM, action: 'a.b', object: 'testing.visit', objectId: 7 })
      throw new Error('later')
    })
    await assert.rejects(() => failing, 'later')
    assert.lengthOf(await auditTrailOf('testing.visit', 7), 0)
  })

  test('lists narrow by actor, action, object and time, newest first', async ({ assert }) => {
    await cancel(1)
    clock.advance(1000)
    await cancel(2, { kind: 'staff', id: 4 })
    const ids = async (filter: Parameters<typeof auditEntries>[0]) =>
      (await auditEntries({ action: 'testing.cancelled', ...filter })).map(
        (entry) => entry.objectId
      )
    assert.deepEqual(await ids({}), ['2', '1'])
    assert.deepEqual(await ids({ actor: DESK }), ['1'])
    assert.deepEqual(await ids({ object: 'testing.visit', objectId: 2 }), ['2'])
    assert.deepEqual(await ids({ from: NOW + 1 }), ['2'])
    assert.deepEqual(await ids({ until: NOW + 1 }), ['1'])
  })

  test('the database refuses to change or delete a line', async ({ assert }) => {
    // The database judges a line's age by its own clock.
    clock.restore()
    await cancel(7)
    for (const statement of [
      "update audit_entries set action = 'x'",
      'delete from audit_entries',
    ]) {
      const tamper = db.transaction((trx) => trx.rawQuery(statement))
      await assert.rejects(() => tamper, /audit_entries_append_only/)
    }
    assert.lengthOf(await auditTrailOf('testing.visit', 7), 1)
  })

  test('health misses a guard that is gone, and it can be put back', async ({ assert }) => {
    assert.deepEqual(await missingAuditGuards(db.connection()), [])
    const on = dialect(db.connection()) === 'postgres' ? ' on audit_entries' : ''
    await db.rawQuery(`drop trigger audit_entries_no_delete${on}`)
    assert.deepEqual(await missingAuditGuards(db.connection()), ['audit_entries_no_delete'])
    await restoreAuditGuards(db.connection())
    assert.deepEqual(await missingAuditGuards(db.connection()), [])
  })
})

import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { audit, AuditEntry } from '#core/audit'
import { clock, SYSTEM, transaction } from '#core/platform'
import { saveSetting } from '#core/settings'
import { Purge, purgeNightly } from '#app/audit/jobs/purge'
import module from '#app/audit/module'
import { keepDays } from '#app/audit/settings'
import { freshDatabase } from '#tests/kit/database'

const DAY = 86_400_000
// The database goes by its own clock, which no test can set.
const TODAY = Date.now()

const written = (daysAgo: number) => {
  clock.freeze(TODAY - daysAgo * DAY)
  return transaction((trx) =>
    audit(trx, { actor: SYSTEM, action: 'a.b', object: 'testing.visit', objectId: daysAgo })
  ).finally(() => clock.freeze(TODAY))
}

const purge = () => Purge.handle({}, { attempt: 1 })

/** The age in days of every line that is left. */
async function ages(): Promise<string[]> {
  const entries = await AuditEntry.query().where('object', 'testing.visit').orderBy('at')
  return entries.map(({ objectId }) => objectId)
}

test.group('How long the trail is kept', (group) => {
  group.each.setup(() => freshDatabase())

  test('the database keeps a line for a year, whoever asks, and unchanged for ever', async ({
    assert,
  }) => {
    for (const daysAgo of [364, 366]) await written(daysAgo)
    const forget = (objectId: string) =>
      db.transaction((trx) => trx.from('audit_entries').where('object_id', objectId).delete())
    await assert.rejects(() => forget('364'), /audit_entries_append_only/)
    const rewrite = db.transaction((trx) => trx.from('audit_entries').update({ action: 'x' }))
    await assert.rejects(() => rewrite, /audit_entries_append_only/)
    assert.deepEqual(await ages(), ['366', '364'])
    await forget('366')
    assert.deepEqual(await ages(), ['364'])
  })

  test('every night the lines go that have had their time', async ({ assert }) => {
    assert.include(module.schedules!, purgeNightly)
    for (const daysAgo of [800, 367, 365, 1]) await written(daysAgo)
    await purge()
    assert.deepEqual(await ages(), ['365', '1'])
  })

  test('an organisation may keep it for longer, not for less than a year', async ({ assert }) => {
    const save = (days: number) => transaction((trx) => saveSetting(trx, keepDays, days, SYSTEM))
    assert.deepEqual(await save(364), { ok: false, reason: 'too_small', limits: { min: 365 } })
    for (const daysAgo of [800, 367]) await written(daysAgo)
    assert.deepEqual(await save(730), { ok: true })
    await purge()
    assert.deepEqual(await ages(), ['367'])
  })

  test('a clock of ours that runs ahead deletes nothing', async ({ assert }) => {
    for (const daysAgo of [800, 1]) await written(daysAgo)
    clock.freeze(TODAY + 400 * DAY)
    await assert.rejects(purge, /audit_entries_append_only/)
    assert.deepEqual(await ages(), ['800', '1'])
  })
})

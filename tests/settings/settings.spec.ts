import { test } from '@japa/runner'
import { auditTrailOf } from '#core/audit'
import { Location } from '#core/organisation'
import { clock, registry, transaction, type Actor } from '#core/platform'
import {
  numberSetting,
  saveLocationSetting,
  saveSetting,
  setting,
  settingStates,
  textSetting,
} from '#core/settings'
import { freshDatabase } from '#tests/kit/database'

const NOW = Date.parse('2027-01-18T09:00:00Z')
const STAFF: Actor = { kind: 'staff', id: 3 }
const minutes = numberSetting('testing.minutes', {
  default: 10,
  min: 1,
  max: 30,
  scope: 'location',
})
const owner = textSetting('testing.owner', { default: '', personal: true })

const save = (value: unknown) => transaction((trx) => saveSetting(trx, minutes, value, STAFF))

function aPlace() {
  return Location.create({ slug: 'pisa', name: 'Pisa', zone: 'Europe/Rome' })
}

test.group('Settings', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(() => clock.freeze(NOW))
  group.each.setup(() => {
    registry.modules.push({ id: 'testing', settings: [minutes, owner] })
    return () => void registry.modules.pop()
  })

  test('a saved value holds at once in the process that saved it', async ({ assert }) => {
    assert.equal(await setting(minutes), 10)
    assert.deepEqual(await save('15'), { ok: true })
    assert.equal(await setting(minutes), 15)
    await save('16')
    assert.equal(await setting(minutes), 16)
  })

  test('a value out of its limits is refused and not stored', async ({ assert }) => {
    assert.deepEqual(await save('31'), { ok: false, reason: 'too_large', limits: { max: 30 } })
    assert.equal(await setting(minutes), 10)
    assert.lengthOf(await auditTrailOf('settings.value', 'testing.minutes'), 0)
  })

  test('a location goes its own way until it is given back', async ({ assert }) => {
    const place = await aPlace()
    const saveHere = (value: unknown) =>
      transaction((trx) =>
        saveLocationSetting(trx, { definition: minutes, location: place, value, actor: STAFF })
      )
    await save(15)
    await saveHere(20)
    assert.equal(await setting(minutes, place), 20)
    assert.equal(await setting(minutes), 15)
    await saveHere(null)
    assert.equal(await setting(minutes, place), 15)
  })

  test('what holds for the organisation has no value per location', async ({ assert }) => {
    const place = await aPlace()
    const result = await transaction((trx) =>
      saveLocationSetting(trx, { definition: owner, location: place, value: 'x', actor: STAFF })
    )
    assert.deepEqual(result, { ok: false, reason: 'not_per_location', limits: {} })
  })

  test('a variable wins and locks the field', async ({ assert, cleanup }) => {
    process.env.SETTING_TESTING_MINUTES = '5'
    cleanup(() => void delete process.env.SETTING_TESTING_MINUTES)
    assert.equal(await setting(minutes), 5)
    assert.deepEqual(await save('15'), { ok: false, reason: 'locked', limits: {} })
    const states = await settingStates()
    const state = states.find(({ definition }) => definition === minutes)
    assert.deepEqual([state?.value, state?.source, state?.owner], [5, 'variable', 'testing'])
  })

  test('each change is in the trail with both values', async ({ assert }) => {
    await save('15')
    await save('20')
    const trail = await auditTrailOf('settings.value', 'testing.minutes')
    assert.deepEqual(
      trail.map(({ action, actorKind, actorId, at, changes }) => ({
        action,
        actorKind,
        actorId,
        at,
        changes,
      })),
      [
        {
          action: 'settings.saved',
          actorKind: 'staff',
          actorId: 3,
          at: NOW,
          changes: { value: [15, 20] },
        },
        {
          action: 'settings.saved',
          actorKind: 'staff',
          actorId: 3,
          at: NOW,
          changes: { value: [null, 15] },
        },
      ]
    )
  })

  test('saving the same value again leaves no line in the trail', async ({ assert }) => {
    await save('15')
    await save(15)
    assert.lengthOf(await auditTrailOf('settings.value', 'testing.minutes'), 1)
  })

  test('a personal value leaves only the name of the field in the trail', async ({ assert }) => {
    await transaction((trx) => saveSetting(trx, owner, 'Anna Rossi', STAFF))
    const [entry] = await auditTrailOf('settings.value', 'testing.owner')
    assert.deepEqual(entry.fields, ['personal_value'])
    assert.deepEqual(entry.changes, {})
  })

  test('a save that is rolled back changes nothing', async ({ assert }) => {
    const failing = transaction(async (trx) => {
      await saveSetting(trx, minutes, 15, STAFF)
      throw new Error('later')
    })
    await assert.rejects(() => failing, 'later')
    assert.equal(await setting(minutes), 10)
  })

  test('another process’s change shows after 500 ms', async ({ assert }) => {
    await setting(minutes)
    const { SettingValue } = await import('#app/settings/models/setting_value')
    const row = { key: minutes.key, locationId: 0, value: 22, version: 1, updatedAt: NOW }
    await SettingValue.create(row)
    assert.equal(await setting(minutes), 10)
    clock.advance(500)
    assert.equal(await setting(minutes), 22)
  })

  test('the catalogue narrows to what a location may set', async ({ assert }) => {
    const place = await aPlace()
    const keys = (await settingStates(place)).map(({ definition }) => definition.key)
    assert.include(keys, 'testing.minutes')
    assert.notInclude(keys, 'testing.owner')
  })
})

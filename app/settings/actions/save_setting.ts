import { audit } from '#core/audit'
import { clock, type Actor, type Trx } from '#core/platform'
import type { Limits, SettingDefinition, SettingRefusal } from '#app/settings/domain/definition'
import { ORGANISATION, variableOf } from '#app/settings/domain/effective'
import { SettingValue } from '#app/settings/models/setting_value'
import { forgetStoredValues } from '#app/settings/queries/stored_values'

export type SaveSettingResult =
  | { ok: true }
  | { ok: false; reason: SettingRefusal | 'locked' | 'not_per_location'; limits: Limits }

interface SaveLocationSetting {
  definition: SettingDefinition
  location: { id: number }
  /** null gives the location back to the organisation's value. */
  value: unknown
  actor: Actor
}

/** Checks and stores the organisation's value; other processes see it within 500 ms. */
export function saveSetting<T>(
  trx: Trx,
  definition: SettingDefinition<T>,
  value: unknown,
  actor: Actor
): Promise<SaveSettingResult> {
  return save(trx, { definition, locationId: ORGANISATION, value, actor })
}

/** Checks and stores a value for one location, which then no longer follows the organisation. */
export async function saveLocationSetting(
  trx: Trx,
  { location, ...input }: SaveLocationSetting
): Promise<SaveSettingResult> {
  if (input.definition.scope !== 'location') {
    return { ok: false, reason: 'not_per_location', limits: {} }
  }
  return save(trx, { ...input, locationId: location.id })
}

type Save = Omit<SaveLocationSetting, 'location'> & { locationId: number }

async function save(trx: Trx, input: Save): Promise<SaveSettingResult> {
  const { definition, locationId, value } = input
  if (variableOf(definition, process.env)) return { ok: false, reason: 'locked', limits: {} }
  const givesBack = value === null && locationId !== ORGANISATION
  const parsed = givesBack ? ({ ok: true, value: null } as const) : definition.parse(value)
  if (!parsed.ok) return parsed

  const row = { key: definition.key, locationId }
  const before = await SettingValue.query({ client: trx }).where(row).forUpdate().first()
  if (givesBack) await before?.delete()
  else await store(trx, row, before, parsed.value)

  await record(trx, input, [before?.value ?? null, parsed.value])
  trx.after('commit', forgetStoredValues)
  return { ok: true }
}

async function store(
  trx: Trx,
  row: { key: string; locationId: number },
  before: SettingValue | null,
  value: unknown
): Promise<void> {
  const kept = { value, version: (before?.version ?? 0) + 1, updatedAt: clock.now() }
  if (before) await before.merge(kept).save()
  else await SettingValue.create({ ...row, ...kept }, { client: trx })
}

async function record(trx: Trx, input: Save, change: [unknown, unknown]): Promise<void> {
  const { definition, locationId, actor } = input
  // The data map calls only `value` public, so a value under the other name is never kept.
  const field = definition.personal ? 'personal_value' : 'value'
  await audit(trx, {
    actor,
    action: 'settings.saved',
    object: 'settings.value',
    objectId: locationId === ORGANISATION ? definition.key : `${definition.key}@${locationId}`,
    changes: { [field]: change },
  })
}

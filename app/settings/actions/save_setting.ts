import { audit } from '#core/audit'
import { clock, type Actor, type Trx } from '#core/platform'
import type { Limits, SettingDefinition, SettingRefusal } from '#app/settings/domain/definition'
import { ORGANISATION, variableOf } from '#app/settings/domain/effective'
import { SettingValue } from '#app/settings/models/setting_value'
import { forgetStoredValues } from '#app/settings/queries/stored_values'
import { seal } from '#app/settings/sealed'

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

/** Gives a setting back: a location follows the organisation again, the organisation the default. */
export function restoreSetting(
  trx: Trx,
  definition: SettingDefinition,
  { location, actor }: { location: { id: number } | null; actor: Actor }
): Promise<SaveSettingResult> {
  const locationId = location?.id ?? ORGANISATION
  return save(trx, { definition, locationId, value: null, actor, givesBack: true })
}

type Save = Omit<SaveLocationSetting, 'location'> & { locationId: number; givesBack?: boolean }

async function save(trx: Trx, input: Save): Promise<SaveSettingResult> {
  const { definition, locationId, value } = input
  if (variableOf(definition, process.env)) return { ok: false, reason: 'locked', limits: {} }
  const givesBack = input.givesBack || (value === null && locationId !== ORGANISATION)
  const parsed = givesBack ? ({ ok: true, value: null } as const) : definition.parse(value)
  if (!parsed.ok) return parsed

  const at = { key: definition.key, locationId }
  const row = await SettingValue.query({ client: trx }).where(at).forUpdate().first()
  const before: unknown = row?.value ?? null
  if (JSON.stringify(before) === JSON.stringify(parsed.value)) return { ok: true }
  if (givesBack) await row?.delete()
  else await store(trx, at, isSecret(definition) ? seal(String(parsed.value)) : parsed.value)
  await record(trx, input, [before, parsed.value])
  trx.after('commit', forgetStoredValues)
  return { ok: true }
}

const isSecret = ({ field }: SettingDefinition) => field.kind === 'secret'

/** One statement, so that two people saving for the first time do not collide. */
async function store(trx: Trx, at: { key: string; locationId: number }, value: unknown) {
  await trx
    .insertQuery()
    .table(SettingValue.table)
    .insert({
      key: at.key,
      location_id: at.locationId,
      value: JSON.stringify(value),
      updated_at: clock.now(),
    })
    .onConflict(['key', 'location_id'])
    .merge({
      value: JSON.stringify(value),
      updated_at: clock.now(),
      version: trx.raw('settings_values.version + 1'),
    })
}

async function record(trx: Trx, input: Save, change: [unknown, unknown]): Promise<void> {
  const { definition, locationId, actor } = input
  const [, after] = change
  const secretly = after === null ? 'settings.secret_removed' : 'settings.secret_stored'
  // The data map calls only `value` public, so a value under the other name is never kept.
  const field = definition.personal ? 'personal_value' : 'value'
  await audit(trx, {
    actor,
    action: isSecret(definition) ? secretly : 'settings.saved',
    object: 'settings.value',
    objectId: locationId === ORGANISATION ? definition.key : `${definition.key}@${locationId}`,
    changes: isSecret(definition) ? undefined : { [field]: change },
  })
}

import { transaction, type Actor } from '#core/platform'
import type { SettingDefinition } from '#app/settings/domain/definition'
import { effectiveSetting, type StoredValues } from '#app/settings/domain/effective'
import { markOf } from '#app/settings/domain/seen'
import { seenMark } from '#app/settings/seen_mark'
import {
  restoreSetting,
  saveLocationSetting,
  saveSetting,
} from '#app/settings/actions/save_setting'
import { forgetStoredValues, lockedValues } from '#app/settings/queries/stored_values'

export type SettingChange = {
  definition: SettingDefinition
  /** The value to keep, or `restore` to follow the level above again. */
  change: { value: unknown } | 'restore'
  /** Mark of the value that the person saw; null skips the comparison. */
  seen: string | null
}

export type SettingConflict = { definition: SettingDefinition; yours: unknown; stored: unknown }

type Input = { changes: SettingChange[]; location: { id: number } | null; actor: Actor }
type Outcome =
  { ok: true } | { ok: false; reason: 'changed_meanwhile'; conflicts: SettingConflict[] }

/** Undoes what was already written when a later value turns out to be somebody else's. */
class ChangedMeanwhile extends Error {
  constructor(readonly conflicts: SettingConflict[]) {
    super('Somebody else saved these settings meanwhile')
  }
}

/** Stores several checked settings, or none of them when somebody else changed one meanwhile. */
export async function changeSettings({ changes, location, actor }: Input): Promise<Outcome> {
  try {
    await transaction(async (trx) => {
      const stored = await lockedValues(
        trx,
        changes.map(({ definition }) => definition.key)
      )
      const conflicts = changes.flatMap((change) => conflictOf(change, stored, location))
      if (conflicts.length > 0) throw new ChangedMeanwhile(conflicts)
      for (const { definition, change } of changes) {
        if (change === 'restore') await restoreSetting(trx, definition, { location, actor })
        else if (!location) await saveSetting(trx, definition, change.value, actor)
        else await saveLocationSetting(trx, { definition, location, value: change.value, actor })
      }
    })
    return { ok: true }
  } catch (error) {
    if (!(error instanceof ChangedMeanwhile)) throw error
    // What is kept here was read before the other person saved.
    forgetStoredValues()
    return { ok: false, reason: 'changed_meanwhile', conflicts: error.conflicts }
  }
}

function conflictOf(
  { definition, change, seen }: SettingChange,
  stored: StoredValues,
  location: { id: number } | null
): SettingConflict[] {
  if (seen === null) return []
  const sources = { variables: process.env, stored, locationId: location?.id }
  const { value } = effectiveSetting(definition, sources)
  const yours = change === 'restore' ? null : change.value
  const isSame = definition.field.kind !== 'secret' && markOf(value) === markOf(yours)
  const isOurs = isSame || seenMark(definition, value) === seen
  return isOurs ? [] : [{ definition, yours, stored: value }]
}

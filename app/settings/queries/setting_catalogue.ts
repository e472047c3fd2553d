import { contributions } from '#core/platform'
import type { SettingDefinition } from '#app/settings/domain/definition'
import { effectiveSetting, type EffectiveSetting } from '#app/settings/domain/effective'
import { storedValues } from '#app/settings/queries/stored_values'

export interface SettingState extends EffectiveSetting<unknown> {
  definition: SettingDefinition
  owner: string
  /** What holds once the value of this level is given back. */
  inherited: unknown
}

/** Every setting of the core and of the enabled plugins with its value in force, for the panel. */
export async function settingStates(location?: { id: number }): Promise<SettingState[]> {
  const stored = await storedValues()
  const owned = await contributions('settings')
  const read = (definition: SettingDefinition, locationId?: number) =>
    effectiveSetting(definition, { variables: process.env, stored, locationId })
  return owned.flatMap(({ owner, value }) =>
    value
      .filter((definition) => !location || definition.scope === 'location')
      .map((definition) => ({
        owner,
        definition,
        ...read(definition, location?.id),
        inherited: location ? read(definition).value : definition.default,
      }))
  )
}

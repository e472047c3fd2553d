import { settingVariable, type Parsed, type SettingDefinition } from './definition.js'

/** Raw values as stored: key → location id (0 for the organisation) → value. */
export type StoredValues = ReadonlyMap<string, ReadonlyMap<number, unknown>>

export type Variables = Readonly<Record<string, string | undefined>>

/** Where the value in force comes from. A variable wins and locks the field. */
export type SettingSource = 'variable' | 'location' | 'organisation' | 'default'

export interface EffectiveSetting<T> {
  value: T
  source: SettingSource
}

/** The row of the whole organisation. */
export const ORGANISATION = 0

/**
 * The value in force: the variable, else the location's own, else the organisation's, else the
 * default. A stored value that a newer version no longer accepts gives way to the next one.
 */
export function effectiveSetting<T>(
  setting: SettingDefinition<T>,
  sources: { variables: Variables; stored: StoredValues; locationId?: number }
): EffectiveSetting<T> {
  const variable = variableOf(setting, sources.variables)
  if (variable?.ok) return { value: variable.value, source: 'variable' }
  const rows = sources.stored.get(setting.key)
  const own = setting.scope === 'location' ? sources.locationId : undefined
  const candidates = [
    { source: 'location', raw: own === undefined ? undefined : rows?.get(own) },
    { source: 'organisation', raw: rows?.get(ORGANISATION) },
  ] as const
  for (const { source, raw } of candidates) {
    const parsed = raw === undefined ? null : setting.parse(raw)
    if (parsed?.ok) return { value: parsed.value, source }
  }
  return { value: setting.default, source: 'default' }
}

/** The value in the environment, null when the variable is not set or empty. */
export function variableOf<T>(
  setting: SettingDefinition<T>,
  variables: Variables
): Parsed<T> | null {
  const raw = variables[settingVariable(setting)]
  return raw ? setting.parse(raw) : null
}

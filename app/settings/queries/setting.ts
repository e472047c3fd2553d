import type { SettingDefinition } from '#app/settings/domain/definition'
import { effectiveSetting } from '#app/settings/domain/effective'
import { storedValues } from '#app/settings/queries/stored_values'

/**
 * The value in force, at most 500 ms old; with a location, that location's own value first.
 * Read it before a transaction, not inside one: it may query on the primary connection.
 *
 *     const minutes = await setting(holdMinutes)
 */
export async function setting<T>(
  definition: SettingDefinition<T>,
  location?: { id: number }
): Promise<T> {
  const stored = await storedValues()
  const sources = { variables: process.env, stored, locationId: location?.id }
  return effectiveSetting(definition, sources).value
}

/** Reads any of them as they stand now, for work that cannot wait in between. */
export async function settingsInForce(): Promise<<T>(definition: SettingDefinition<T>) => T> {
  const stored = await storedValues()
  return (definition) => effectiveSetting(definition, { variables: process.env, stored }).value
}

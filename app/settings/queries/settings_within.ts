import type { Trx } from '#core/platform'
import type { SettingDefinition } from '#app/settings/domain/definition'
import { effectiveSetting } from '#app/settings/domain/effective'
import { valuesWithin } from '#app/settings/queries/stored_values'

type Definitions = Record<string, SettingDefinition>
type ValuesOf<Asked extends Definitions> = {
  [Name in keyof Asked]: Asked[Name] extends SettingDefinition<infer Value> ? Value : never
}

/**
 * The organisation's values in force, read by a transaction in one statement.
 *
 *     const { name } = await settingsWithin(trx, { name: sellerName })
 */
export async function settingsWithin<Asked extends Definitions>(
  trx: Trx,
  asked: Asked
): Promise<ValuesOf<Asked>> {
  const keys = Object.values(asked).map(({ key }) => key)
  const sources = { variables: process.env, stored: await valuesWithin(trx, keys) }
  const values = Object.entries(asked).map(([name, definition]) => [
    name,
    effectiveSetting(definition, sources).value,
  ])
  return Object.fromEntries(values) as ValuesOf<Asked>
}

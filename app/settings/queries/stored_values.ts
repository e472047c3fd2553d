import { cached } from '#core/platform'
import type { StoredValues } from '#app/settings/domain/effective'
import { SettingValue } from '#app/settings/models/setting_value'

/** All rows in one query: there are few, and every page asks for some. */
const values = cached(500, async () => {
  const byKey = new Map<string, Map<number, unknown>>()
  for (const row of await SettingValue.all()) {
    const rows = byKey.get(row.key) ?? new Map<number, unknown>()
    byKey.set(row.key, rows.set(row.locationId, row.value))
  }
  return byKey
})

/** The stored values, at most 500 ms old. */
export const storedValues = (): Promise<StoredValues> => values.get()

export const forgetStoredValues = () => values.forget()

import { cached, type Client, type Trx } from '#core/platform'
import type { StoredValues } from '#app/settings/domain/effective'
import { SettingValue } from '#app/settings/models/setting_value'
import { isSealed, unseal } from '#app/settings/sealed'

/** All rows in one query: there are few, and every page asks for some. */
const values = cached(500, async () => byKey(await SettingValue.all()))

/** The stored values, at most 500 ms old. */
export const storedValues = (): Promise<StoredValues> => values.get()

export const forgetStoredValues = () => values.forget()

/** The values of some settings as they stand now, locked until the transaction ends. */
export async function lockedValues(trx: Client, keys: readonly string[]): Promise<StoredValues> {
  const rows = await SettingValue.query({ client: trx as never })
    .whereIn('key', [...keys])
    .orderBy('id')
    .forUpdate()
  return byKey(rows)
}

/** The same without a lock. */
export const valuesWithin = async (trx: Trx, keys: readonly string[]): Promise<StoredValues> =>
  byKey(await SettingValue.query({ client: trx }).whereIn('key', [...keys]))

/** Secrets that another APP_KEY sealed cannot be read, so they count as not set. */
export async function unreadableSecrets(): Promise<string[]> {
  const rows = await SettingValue.all()
  return rows.filter(({ value }) => isSealed(value) && unseal(value) === null).map(({ key }) => key)
}

function byKey(all: readonly SettingValue[]): StoredValues {
  const stored = new Map<string, Map<number, unknown>>()
  for (const { key, locationId, value } of all) {
    const plain = isSealed(value) ? unseal(value) : value
    if (plain === null && isSealed(value)) continue
    const rows = stored.get(key) ?? new Map<number, unknown>()
    stored.set(key, rows.set(locationId, plain))
  }
  return stored
}

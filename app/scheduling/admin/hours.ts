import type { FieldErrors, Values } from '#core/admin'
import type { Trx } from '#core/platform'
import { Resource } from '#app/scheduling/models/resource'

const ownWord = (word: string) => `scheduling.admin.errors.${word}`

/** A chosen resource must stand at the chosen location. */
export async function resourceIsThere(
  { locationId, resourceId }: Values,
  trx: Trx
): Promise<FieldErrors> {
  if (!resourceId) return {}
  const found = await Resource.find(resourceId as number, { client: trx })
  return found?.locationId === locationId ? {} : { resourceId: ownWord('elsewhere') }
}

/** `09:00` to `18:00`; both are texts of the same length, so they compare as texts. */
export function timesAreInOrder({ opens, closes }: Values): FieldErrors {
  return String(opens) < String(closes) ? {} : { closes: ownWord('closes_before') }
}

export function daysAreInOrder(values: Values, from: string, to: string): FieldErrors {
  if (!values[from] || !values[to] || String(values[from]) <= String(values[to])) return {}
  return { [to]: ownWord('ends_before') }
}

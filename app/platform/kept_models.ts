import type { LucidModel, LucidRow } from '@adonisjs/lucid/types/model'
import { cached, type Cached } from '#app/platform/cached'
import type { Client } from '#app/platform/rows'

/** As plugins and settings: another process sees a change after that time at the latest. */
const FRESH_FOR = 500

const kept = new Map<LucidModel, Cached<LucidRow[]>>()

/**
 * Lets records that are only read (`readRecords`) take what belongs to them from the memory of
 * the process: for models with few rows that hardly change, such as places.
 */
export function keepWhole(model: LucidModel): void {
  const rows = cached(FRESH_FOR, () => model.query().exec())
  kept.set(model, rows)
  model.boot()
  for (const event of ['save', 'delete'] as const) model.after(event, () => rows.forget())
}

/** All rows of a model that is kept whole, in no order. */
export async function keptRows<M extends LucidModel>(model: M): Promise<InstanceType<M>[]> {
  const rows = await rowsKept(model)
  if (!rows) throw new Error(`${model.name} is not kept whole`)
  return rows
}

/** The same, or null for a model that is not kept; the array stays the same until they change. */
export async function rowsKept<M extends LucidModel>(model: M): Promise<InstanceType<M>[] | null> {
  return ((await kept.get(model)?.get()) ?? null) as InstanceType<M>[] | null
}

/** All rows of a model that is kept whole; null for every other, and in a transaction of its own. */
export function rowsKeptOf(model: LucidModel, client: Client): Promise<LucidRow[]> | null {
  const rows = kept.get(model)
  if (!rows) return null
  return client.isTransaction && client !== model.query().client ? null : rows.get()
}

import logger from '@adonisjs/core/services/logger'
import db from '@adonisjs/lucid/services/db'
import { clock, contributions, errorRecord, rememberToForget, rows } from '#core/platform'
import type { AnyResource, Viewer } from '#app/admin/definition'
import { columnOf } from '#app/admin/attributes'
import { visibleTo } from '#app/admin/queries/records'

/** Nobody waits at the desk for such a number. */
const FRESH_FOR = 5000

export type Counts = ReadonlyMap<string, number>
type Kept = { of: string; at: number; counts: Promise<Counts> }

const kept = new Map<number, Kept>()
rememberToForget({ forget: () => kept.clear() })

/** For whoever has just done something about it. */
export const forgetCounts = (userId: number): boolean => kept.delete(userId)

/** How many records want attention, by the id of their resource: one statement for all of them. */
export async function navigationCounts(viewer: Viewer): Promise<Counts> {
  const counted = (await contributions('admin'))
    .flatMap(({ value }) => value.resources ?? [])
    .filter(({ count, permission }) => count && viewer.can(permission.view))
  if (counted.length === 0) return new Map()
  const of = [...counted.map(({ id }) => id), ...(viewer.locationIds ?? ['all'])].join()
  const known = kept.get(viewer.user.id)
  if (known?.of === of && Math.abs(clock.now() - known.at) < FRESH_FOR) return known.counts
  const counts = countNow(counted, viewer)
  kept.set(viewer.user.id, { of, at: clock.now(), counts })
  return counts
}

/** A page is worth more than the numbers beside it. */
async function countNow(counted: AnyResource[], viewer: Viewer): Promise<Counts> {
  try {
    const parts = counted.map((resource) => countOf(resource, viewer))
    const sql = `select ${parts.map((part) => `(${part.sql}) as ${part.name}`).join(', ')}`
    const bindings = parts.flatMap((part) => part.bindings)
    const [found] = await rows<Record<string, number | string>>(db.connection(), sql, bindings)
    return new Map(counted.map(({ id }) => [id, Number(found[nameOf(id)])]))
  } catch (error) {
    logger.error({ error: errorRecord(error) }, 'The navigation could not be counted')
    return new Map()
  }
}

const nameOf = (id: string) => `n_${id.replaceAll(/\W/g, '_')}`

function countOf(resource: AnyResource, viewer: Viewer) {
  const { id, model, count } = resource
  const query = visibleTo(viewer, resource)
  count?.keep(query, viewer)
  const one = query.clearSelect().count(columnOf(model, model.primaryKey))
  const { sql, bindings } = one.toSQL()
  return { name: nameOf(id), sql, bindings: bindings ?? [] }
}

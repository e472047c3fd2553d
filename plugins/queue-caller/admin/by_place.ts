import vine from '@vinejs/vine'
import { lookupIn, type Field, type Viewer } from '#core/admin'
import { keptRows, type Trx } from '#core/platform'
import { Counter } from '#plugins/queue-caller/models/counter'
import { Line } from '#plugins/queue-caller/models/line'
import { inOrder } from '#plugins/queue-caller/queries/lines'

const MODELS = { lines: Line, counters: Counter }
type Kind = keyof typeof MODELS
type Placed = { locationId: number }

type Options = Pick<Field, 'name' | 'required' | 'hint' | 'when'> & {
  of: Kind
  /** One of them instead of some. */
  single?: boolean
  /** Lang key of what none of them means; a dash when left out. */
  none?: string
}

const id = () => vine.number().withoutDecimals().range([1, 2_147_483_647])

/**
 * Lines or counters to choose from, in groups by location. Those of other locations are refused
 * by `elsewhere`: only the form as a whole knows which location is meant.
 */
export function byPlace({ of, single = false, none, ...common }: Options): Field {
  return {
    ...common,
    kind: 'custom',
    view: 'queue_caller::admin/by_place',
    schema: () => {
      if (single) return id().nullable().optional()
      return vine.array(id()).parse(listed).maxLength(200).distinct()
    },
    data: async (viewer, value, record: Placed | null = null) => ({
      none: viewer.t(`queue-caller.admin.none_yet.${of}`),
      type: single ? 'radio' : 'checkbox',
      suffix: single ? '' : '[]',
      groups: await groupsOf(of, viewer, { chosen: idsIn(value), record }),
    }),
    words: (viewer, value) => namesOf(of, viewer, { ids: idsIn(value), none }),
  }
}

/** Boxes that are not ticked are not sent. */
const listed = (value: unknown) => [value ?? []].flat()

const idsIn = (value: unknown) => new Set([value ?? []].flat().map(Number))

type Asked = { chosen: ReadonlySet<number>; record: Placed | null }

async function groupsOf(of: Kind, viewer: Viewer, { chosen, record }: Asked) {
  const rows: (Line | Counter)[] = await keptRows<typeof Line | typeof Counter>(MODELS[of])
  const offered = rows.filter((row) => row.active || chosen.has(row.id)).sort(inOrder)
  const labels = await labelsOf(of, viewer)
  const places = await lookupIn('organisation.locations', viewer)
  const here = places.filter(({ value }) => !record || Number(value) === record.locationId)
  const groups = here.map((place) => ({
    label: place.label,
    options: offered
      .filter(({ locationId }) => locationId === Number(place.value))
      .map((row) => ({
        value: row.id,
        label: labels.get(row.id) ?? '',
        checked: chosen.has(row.id),
      })),
  }))
  return groups.filter(({ options }) => options.length > 0)
}

async function labelsOf(of: Kind, viewer: Viewer): Promise<Map<number, string>> {
  const options = await lookupIn(`queue-caller.${of}`, viewer)
  return new Map(options.map(({ value, label }) => [Number(value), label]))
}

type Named = { ids: ReadonlySet<number>; none?: string }

async function namesOf(of: Kind, viewer: Viewer, { ids, none }: Named): Promise<string> {
  if (ids.size === 0) return none ? viewer.t(none) : ''
  const labels = await labelsOf(of, viewer)
  const known = [...ids].flatMap((one) => labels.get(one) ?? [])
  return viewer.formats().list(known)
}

type There = { locationId: number; trx: Trx }

/** Whether any of these lines or counters is at another location, or nowhere. */
export async function elsewhere(
  of: Kind,
  ids: readonly number[],
  { locationId, trx }: There
): Promise<boolean> {
  if (ids.length === 0) return false
  const found = await trx
    .from(MODELS[of].table)
    .where('location_id', locationId)
    .whereIn('id', [...ids])
    .select('id')
  return found.length < new Set(ids).size
}

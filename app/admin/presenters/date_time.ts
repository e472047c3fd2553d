import type { Values, Viewer } from '#app/admin/definition'
import type { FieldOf } from '#app/admin/fields'
import { meantBy, typedTimeOf, zoneFor, type TypedTime } from '#app/admin/zoned_times'

const isLocal = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/

/** A wall time with the zone that it is of; where it comes twice, both to choose from. */
export async function presentDateTime(
  field: FieldOf<'date_time'>,
  value: unknown,
  { values, viewer }: { values: Values; viewer: Viewer }
) {
  const zone = await zoneFor(field, values, viewer)
  const typed = typeof value === 'number' ? typedTimeOf(zone, value) : typedIn(value)
  const words = (await field.zoneWords?.(viewer)) ?? zone
  const meant = isLocal.test(typed.local) ? meantBy(zone, typed.local) : []
  return {
    value: typed.local,
    zone: viewer.t('admin.forms.date_time.zone', { zone: words }),
    twice: meant.length > 1 ? meant.map((one, index) => optionOf(one, index, viewer)) : [],
    offset: typed.offset,
  }
}

function optionOf(meant: { offset: string; label: string }, at: number, { t }: Viewer) {
  const word = at === 0 ? 'first' : 'second'
  return { value: meant.offset, label: t(`admin.forms.date_time.${word}`, { offset: meant.label }) }
}

function typedIn(value: unknown): TypedTime {
  const { local, offset } = (value ?? {}) as Partial<TypedTime>
  return { local: typeof local === 'string' ? local : '', offset: String(offset ?? '') }
}

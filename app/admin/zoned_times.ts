import { instantsOf, localOf, clockTime, localDate, offsetAt, offsetLabel } from '#core/scheduling'
import type { FieldErrors, Values, Viewer } from '#app/admin/definition'
import type { Field, FieldOf } from '#app/admin/fields'

/** A wall time as it was typed; `offset` says which of two is meant where the clock goes back. */
export type TypedTime = { local: string; offset?: string | null }

type Meant = {
  /** Minutes that the wall is ahead of UTC, as the form sends them. */
  offset: string
  /** `+02:00` */
  label: string
  instant: number
}

export const zoneFor = async (field: FieldOf<'date_time'>, values: Values, viewer: Viewer) =>
  (await field.zone?.(values, viewer)) ?? viewer.zone

/** `2026-11-23T09:00` on the wall of the zone. */
export function typedTimeOf(zone: string, instant: number): TypedTime {
  const { day, minute } = localOf(zone, instant)
  const local = `${localDate(day)}T${clockTime(minute)}`
  return { local, offset: String(offsetAt(zone, instant)) }
}

/** The instants that a wall time means: none, one, or two. */
export function meantBy(zone: string, local: string): Meant[] {
  const [day, time] = local.split('T')
  return instantsOf(zone, day, time).map((instant) => {
    const offset = offsetAt(zone, instant)
    return { offset: String(offset), label: offsetLabel(offset), instant }
  })
}

/** Turns typed wall times into instants, and asks where the clock change leaves none or two. */
export async function readTimes(
  fields: readonly Field[],
  values: Values,
  { known, viewer }: { known: Values; viewer: Viewer }
): Promise<{ read: Values; errors: FieldErrors }> {
  const read: Values = {}
  const errors: FieldErrors = {}
  for (const field of fields) {
    const typed = values[field.name] as TypedTime | null | undefined
    if (field.kind !== 'date_time' || !typed) continue
    const meant = meantBy(await zoneFor(field, { ...known, ...values }, viewer), typed.local)
    const chosen = meant.length > 1 ? meant.find(({ offset }) => offset === typed.offset) : meant[0]
    if (chosen) read[field.name] = chosen.instant
    else errors[field.name] = sentence(typed.local, meant.length, viewer)
  }
  return { read, errors }
}

function sentence(local: string, instants: number, viewer: Viewer): string {
  const [day, time] = local.split('T')
  const key = instants === 0 ? 'no_such_time' : 'time_twice'
  return viewer.t(`admin.forms.errors.${key}`, { day: viewer.formats().dayDate(day), time })
}

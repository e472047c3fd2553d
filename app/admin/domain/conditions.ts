/**
 * When a field is shown: another field of the same form has one of these values. Plain data, so
 * that the server and the browser decide alike; boxes are `true` or `false`.
 *
 *     { name: 'opens', kind: 'time', when: { field: 'closed', is: false } }
 */
export type Condition = { field: string; is: Wanted | readonly Wanted[] }
type Wanted = string | number | boolean

type Conditional = { name: string; when?: Condition }

/** Fields that are shown with these values; one that depends on a hidden field is hidden too. */
export function shownFields<F extends Conditional>(
  fields: readonly F[],
  values: Readonly<Record<string, unknown>>
): F[] {
  const byName = new Map(fields.map((field) => [field.name, field]))
  const isShown = ({ when }: Conditional, depth = 0): boolean => {
    if (!when) return true
    if (depth > fields.length || !holds(when, values[when.field])) return false
    const above = byName.get(when.field)
    return above === undefined || isShown(above, depth + 1)
  }
  return fields.filter((field) => isShown(field))
}

/** Whether a value, typed or stored, is one that the condition names; of several one is enough. */
export function holds({ is }: Pick<Condition, 'is'>, value: unknown): boolean {
  const wanted = [is].flat().map(String)
  const given = Array.isArray(value) ? value : [value ?? '']
  return given.some((one) => wanted.includes(String(one)))
}

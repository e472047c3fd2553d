/** Attribute or column name → its value before and after. */
export type Changes = Readonly<Record<string, readonly [before: unknown, after: unknown]>>

/** What of a change goes into the trail: every name, and values where none is personal. */
export interface RecordedChanges {
  fields: string[]
  changes: Changes
}

/** Whether the value of a column may be kept, from the data map. */
export type MayKeepValue = (column: string) => boolean

/**
 * Leaves out what did not change and hides what is personal.
 *
 *     recordedChanges({ state: ['held', 'confirmed'], email: [null, 'a@b.example'] }, isPublic)
 *     // { fields: ['email', 'state'], changes: { state: ['held', 'confirmed'] } }
 */
export function recordedChanges(changes: Changes, mayKeepValue: MayKeepValue): RecordedChanges {
  const changed = Object.entries(changes)
    .filter(([, [before, after]]) => !same(before, after))
    .map(([name, pair]) => [columnName(name), pair] as const)
    .sort(([one], [other]) => (one < other ? -1 : 1))
  return {
    fields: changed.map(([column]) => column),
    changes: Object.fromEntries(changed.filter(([column]) => mayKeepValue(column))),
  }
}

/** The table that holds an object, by the rule of the house: `booking.entry` → `booking_entries`. */
export function tableOfObject(object: string): string {
  const noun = object.replaceAll(/[.-]/g, '_')
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`
  return /(s|x|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`
}

function columnName(attribute: string): string {
  return attribute.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

function same(before: unknown, after: unknown): boolean {
  return JSON.stringify(before ?? null) === JSON.stringify(after ?? null)
}

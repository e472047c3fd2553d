type Address = Readonly<Record<string, unknown>>

/** So many records may be handled at once; more call for a narrower list. */
export const MOST_CHOSEN = 10_000

/** Rows that were ticked, or everything that the list shows on all its pages. */
export type Selection = { all: true } | { all: false; ids: number[] }

/** Reads `ids[]=3&ids[]=7`, `ids=3,7` or `all=yes`; what is no id is left out. */
export function readSelection(address: Address): Selection {
  if (address.all === 'yes') return { all: true }
  const given = address.ids
  const parts =
    typeof given === 'string' ? given.split(',') : Object.values(Object(given) as object)
  const ids = parts.filter((part) => typeof part === 'string' && /^\d{1,9}$/.test(part)).map(Number)
  return { all: false, ids: [...new Set(ids)].slice(0, MOST_CHOSEN) }
}

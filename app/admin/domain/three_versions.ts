type Values = Readonly<Record<string, unknown>>

export type Versions = {
  /** What was typed. */
  yours: Values
  /** What somebody else stored meanwhile. */
  theirs: Values
  /** What both began with; null where it is not known. */
  begin: Values | null
}

export type Difference = {
  name: string
  /** Both changed it, or it is not known who; else only the others did. */
  both: boolean
}

const same = (one: unknown, other: unknown) =>
  JSON.stringify(one ?? null) === JSON.stringify(other ?? null)

/**
 * Fields about which somebody has to decide. What only one's own version changed is none of them:
 * it stays without a question.
 */
export function differences(names: readonly string[], versions: Versions): Difference[] {
  const { yours, theirs, begin } = versions
  return names.flatMap((name) => {
    if (!(name in yours) || same(yours[name], theirs[name])) return []
    if (!begin || !(name in begin)) return [{ name, both: true }]
    if (same(theirs[name], begin[name])) return []
    return [{ name, both: !same(yours[name], begin[name]) }]
  })
}

/** Whether a save would change nothing: the same form was sent twice. */
export const isSaved = (names: readonly string[], { yours, theirs }: Versions): boolean =>
  names.every((name) => !(name in yours) || same(yours[name], theirs[name]))

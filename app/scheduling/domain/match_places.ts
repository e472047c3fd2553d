type Required = readonly { readonly need: number; readonly places: Int32Array }[]

/**
 * Chooses places for `sessions` sessions, `need` for each requirement, none
 * twice (Kuhn's matching), or null where that cannot be done. Earlier entries
 * of `free` are preferred. The answer holds the places of requirement 0 first.
 */
export function matchPlaces(
  required: Required,
  free: readonly number[],
  sessions = 1
): number[] | null {
  const demands = required.flatMap(({ need, places }) => {
    const allowed = new Set(places)
    const wanted = free.filter((place) => allowed.has(place))
    return Array.from({ length: need * sessions }, () => wanted)
  })
  const takenBy = new Map<number, number>()
  for (let demand = 0; demand < demands.length; demand++) {
    if (!place(demands, demand, takenBy, new Set())) return null
  }
  const chosen = new Array<number>(demands.length)
  for (const [index, demand] of takenBy) chosen[demand] = index
  return chosen
}

/** Gives `demand` a place, if need be by moving another demand to a place it likes less. */
function place(
  demands: readonly (readonly number[])[],
  demand: number,
  takenBy: Map<number, number>,
  tried: Set<number>
): boolean {
  for (const index of demands[demand]) {
    if (takenBy.has(index)) continue
    takenBy.set(index, demand)
    return true
  }
  for (const index of demands[demand]) {
    if (tried.has(index)) continue
    tried.add(index)
    if (!place(demands, takenBy.get(index)!, takenBy, tried)) continue
    takenBy.set(index, demand)
    return true
  }
  return false
}

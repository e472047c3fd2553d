type Places = { reach: readonly number[] | null; all: readonly number[] }

/** Nobody widens their reach by what they choose: a location beyond it, or gone, narrows nothing. */
export function narrowedTo(chosen: number, { reach, all }: Places): number | null {
  const isWithin = reach === null || reach.includes(chosen)
  return isWithin && all.includes(chosen) ? chosen : null
}

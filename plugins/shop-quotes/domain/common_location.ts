/** A thing of several services belongs to their one location, else to the whole organisation. */
export function commonLocation(ofServices: readonly (number | null)[]): number | null {
  const different = new Set(ofServices)
  return different.size === 1 ? [...different][0] : null
}

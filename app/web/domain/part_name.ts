const LONGEST = 300
const MOST_SEGMENTS = 8
/** `a[99999999]` would be a list of a hundred million. */
const INDEX = /^\d{5,}$/
/** What every object and list has already. */
const TAKEN = new Set([...Object.getOwnPropertyNames(Object.prototype), 'length', 'prototype'])

/**
 * Whether the multipart parser may put a field or file under this name. It looks names up in plain
 * objects and lists: `toString` is a handler to it, `a[length]` the length of a list.
 */
export function isPartName(name: string): boolean {
  if (name.length > LONGEST) return false
  const segments = name.split(/[.[\]]+/)
  return (
    segments.length <= MOST_SEGMENTS &&
    segments.every((segment) => !TAKEN.has(segment) && !INDEX.test(segment))
  )
}

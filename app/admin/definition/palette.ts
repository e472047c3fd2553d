import type { AnyRow } from '#app/admin/definition/values'
import type { Viewer } from '#app/admin/definition/viewer'

/** Its records are found by the search over the whole panel. */
export type InPalette<R = AnyRow> = {
  /** Relations that the label, the note and what its actions ask of it need. */
  preload?: string[]
  /** Tells records of one name apart. */
  note?: (record: R, viewer: Viewer) => string
  /** What else it is called, e.g. its number: who types all of it means this record. */
  names?: (record: R) => (string | null)[]
  /**
   * Attribute with an instant: of those that answer equally well, what began within twelve hours
   * and what comes next is first, then what was last, by an index on it. Else they come in the order of the list.
   */
  near?: string
}

/** A line of the search over the whole panel. */
export type FoundRecord = {
  label: string
  href: string
  note?: string
  icon?: string
  /** The address asks before something is done: in a dialog, where there can be one. */
  asks?: boolean
}

/** What a plugin finds besides the records of its resources, for those who have the permission. */
export type SearchProvider = {
  id: string
  /** Lang key of the heading over what it finds. */
  title: string
  permission: string
  find: (search: string, viewer: Viewer, limit: number) => Promise<FoundRecord[]>
}

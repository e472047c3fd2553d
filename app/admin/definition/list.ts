import type { LucidRow } from '@adonisjs/lucid/types/model'
import type { PageAction } from '#app/admin/definition/action'
import type { AnyResource } from '#app/admin/definition/resource'
import type { Subject } from '#app/admin/definition/show'
import type { AnyRow, Cell, Query } from '#app/admin/definition/values'
import type { Viewer } from '#app/admin/definition/viewer'

export type Column<R extends LucidRow = AnyRow> = {
  /** Attribute of the model, or a word of its own when `value` is given. */
  name: string
  value?: (record: R, viewer: Viewer, name?: string) => Cell
  /** The record that the row is about: `value` gets its name where this person may see it. */
  about?: (record: R) => Subject | null
  /** What takes more than the row: asked once for all rows that are shown, told by their ids. */
  texts?: (records: R[], viewer: Viewer) => Promise<Map<number, string>>
  /** The attribute is the id of such a record, whose name is shown. */
  to?: () => AnyResource
  /** Attribute to sort by; `true` is the column's own. */
  sort?: boolean | string
  /** Attribute by which rows stand that are equal in it; never null in the database. */
  thenBy?: string
  /** What it sorts by may be null: rows without stand last, whichever way they are sorted. */
  emptyLast?: boolean
  align?: 'end'
  /** The one column that is read first; it is always shown. */
  strong?: boolean
  /** Only shown to those who choose it. */
  hidden?: boolean
} & ColumnFormat

/** How the value is written where neither a field nor the model says it. */
export type ColumnFormat =
  | { format?: 'date' | 'minutes'; currency?: undefined }
  /** Integer minor units of a currency: of one, or of the one that an attribute of the record names. */
  | { format: 'money'; currency: string | { attribute: string } }

export type Filter = AnyFilter & {
  /** Keeps the rows of a value where it is no column of theirs, e.g. the doctor of a visit. */
  keep?: (query: Query, value: string) => void
}

type AnyFilter =
  | {
      name: string
      kind: 'choice'
      /** A function where they are rows that the process knows. */
      choices: readonly string[] | (() => readonly string[])
      /** Words for choices that have no lang keys of the list. */
      label?: (choice: string, viewer: Viewer) => string
    }
  | { name: string; kind: 'flag' | 'text' | 'days' | 'dates' | 'numbers' }
  | { name: string; kind: 'relation'; to: () => AnyResource }

export type ListDefinition<R extends LucidRow = AnyRow> = {
  columns: Column<R>[]
  /** Attributes that the search box looks into. */
  search: string[]
  /** Which words an attribute can hold a part of, e.g. a number; others are not looked for in it. */
  shapes?: Record<string, RegExp>
  /**
   * Further places that the search box looks into, each word by itself; joined by `or`. Asked
   * once for all statements of a list, so it may look something up first.
   */
  matches?: (word: string) => Matching<R> | Promise<Matching<R>>
  filters: Filter[]
  /** Attribute, with `-` in front for descending. */
  defaultSort: string
  /** Parts of the list, each a tab above it; the first is shown unless the address names another. */
  tabs: ListTab<R>[]
  /** What is done with the list as a whole. */
  actions: PageAction[]
  /** The page of the navigation by which rows come into the list, where that is not its form. */
  add?: { route: string; permission: string }
}

export type Matching<R extends LucidRow = AnyRow> = (any: Query<R>) => void

export type ListTab<R extends LucidRow = AnyRow> = {
  name: string
  /** Leaves out the rows that do not belong to the part. */
  keep: (query: Query<R>, viewer: Viewer) => void
  /** The order of this part, when it is not the list's own. */
  sort?: string
}

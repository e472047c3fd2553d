import type { LucidRow } from '@adonisjs/lucid/types/model'
import type { Actor } from '#core/platform'
import type { Column } from '#app/admin/definition/list'
import type { AnyResource } from '#app/admin/definition/resource'
import type { AnyRow } from '#app/admin/definition/values'
import type { Viewer } from '#app/admin/definition/viewer'

/** A page of the owner's that staff go to from a record; without an address it is left out. */
export type RecordLink<R extends LucidRow = AnyRow> = {
  id: string
  /** Lang key of its words, for a page of another owner. */
  title?: string
  icon?: string
  /** What staff mostly come for: the one primary button. All else but editing goes into a menu. */
  lead?: boolean
  href: (record: R, viewer: Viewer) => string | null
}

/** A part of the show page. Without data it is left out. */
export type Panel<R extends LucidRow = AnyRow> = {
  id: string
  /** Lang key of its words, for a page of another owner. */
  title?: string
  view: string
  data: (record: R, viewer: Viewer) => Promise<object | null>
}

/** Something that the trail, the mails and other sources know by its kind and id. */
export type Subject = { object: string; id: number }

/** One thing that happened, as a line of a timeline. */
export type TimelineEntry = {
  /** Epoch milliseconds. */
  at: number
  icon: string
  text: string
  note?: string
  who?: string
  /** Who did it, in place of `who`. */
  by?: Actor
  /** The line of the trail that it tells: the later source's own words stand for the plain ones. */
  trail?: number
  href?: string | null
}

/**
 * What one source knows to have happened to these subjects, newest first, at most `limit`
 * lines. The records themselves were found through the viewer's scope.
 */
export type TimelineSource = {
  id: string
  permission?: string
  entries: (subjects: readonly Subject[], viewer: Viewer, limit: number) => Promise<TimelineEntry[]>
}

/** Records of another resource that belong to this one, as a short list on its page. */
export type RelatedList = {
  id: string
  to: () => AnyResource
  /** Attribute of theirs that holds the id of this record. */
  by: string
  /** Their order; the list's own when left out. */
  sort?: string
  /** Attribute with an instant: what is at hand and comes next first, then what was last. */
  near?: string
  /** Columns of their list that would say the same in each row here. */
  without?: string[]
}

export type ShowDefinition<R extends LucidRow = AnyRow> = {
  columns: Column<R>[]
  /** The columns stand beside each other in little room: what staff come for is in the panels. */
  compact?: boolean
  panels: Panel<R>[]
  links: RecordLink<R>[]
  related: RelatedList[]
  /** Relations that its page alone shows. */
  preload?: string[]
  /** Entries of a plugin that its panels need: `plugins/library/assets/entry.css`. */
  assets?: string[]
  /** What others add to the page, e.g. plugins that are enabled now. */
  further?: (viewer: Viewer) => Promise<FurtherParts<R>>
  /** Which record one was joined into that is no more; found through the viewer's scope like any. */
  successor?: (id: number) => Promise<number | null>
  /** Whose timeline the page shows; the record's own when left out. */
  subjects?: (record: R, viewer: Viewer) => Subject[] | Promise<Subject[]>
}

export type FurtherParts<R extends LucidRow = AnyRow> = {
  panels: Panel<R>[]
  links: RecordLink<R>[]
  related: RelatedList[]
}

/**
 * What a module or plugin adds to the card of a customer: their records, panels of its own, and
 * whose history belongs to the customer's timeline.
 */
export type CustomerCard = {
  /** Tables with `customer_id` and `location_id`, that say where a customer is served. */
  servedIn?: string[]
  related?: RelatedList[]
  panels?: (Panel & { permission: string })[]
  links?: (RecordLink & { permission: string; title: string })[]
  subjects?: (customerId: number, viewer: Viewer) => Promise<Subject[]>
}

import type { LucidModel, LucidRow } from '@adonisjs/lucid/types/model'
import type { Field } from '#app/admin/fields'
import type { Action } from '#app/admin/definition/action'
import type { FormDefinition } from '#app/admin/definition/form'
import type { ListDefinition } from '#app/admin/definition/list'
import type { InPalette } from '#app/admin/definition/palette'
import type { ShowDefinition } from '#app/admin/definition/show'
import type { AnyRow, Query } from '#app/admin/definition/values'
import type { Viewer } from '#app/admin/definition/viewer'

/** What wants attention, as a number beside the list's entry in the navigation; none is not shown. */
export type CountInNavigation<R extends LucidRow = AnyRow> = {
  /** Lang key of what the number says: "3 jobs have failed". */
  words: string
  /** Which rows of the list it counts, by an index: it is asked on every page. */
  keep: (query: Query<R>, viewer: Viewer) => void
}

export type ResourceOptions<M extends LucidModel> = {
  /** `scheduling.services`: owner and plural noun. */
  id: string
  model: M
  /** `manage: null` makes it read-only. Without permissions `<id>.view` and `<id>.manage`. */
  permission?: { view: string; manage: string | null }
  icon?: string
  /** Kind of the record in the audit trail; the singular of the id when left out. */
  object?: string
  /** Further kinds under which the trail has its records by the same ids. */
  alsoKnownAs?: string[]
  /** Name of a record in headings and lookups. */
  label?: (record: InstanceType<M>, viewer: Viewer) => string
  list?: Partial<ListDefinition<InstanceType<M>>>
  show?: Partial<ShowDefinition<InstanceType<M>>>
  form?: Partial<FormDefinition<InstanceType<M>>> & { fields?: Field[] }
  actions?: Action<InstanceType<M>>[]
  palette?: InPalette<InstanceType<M>>
  /** Letter that leads to the list after `g`. */
  key?: string
  count?: CountInNavigation<InstanceType<M>>
  /** Rows that this person may see at all: list, show, edit, lookup and actions alike. */
  scope?: (query: Query<InstanceType<M>>, viewer: Viewer) => void
  /** Zone in which instants of a record are written. */
  zone?: (record: InstanceType<M>) => string | undefined
  /** Relations that every page of the resource reads. */
  preload?: string[]
  /** There is one record: its id. The address is its form. */
  single?: number
  /**
   * Changing anything, and taking the list away as a file, asks for the password again when it was
   * given over 15 minutes ago.
   */
  fresh?: boolean
  /** The rows are about people, as the data map says too: taking the list away asks like that. */
  personal?: boolean
  /** Who looks at one of them is noted in the trail. */
  sensitive?: boolean
  /**
   * Open lists follow what happens, and open pages say that their record was written meanwhile. The
   * forms of the panel tell of it themselves, the owner's actions by `recordChanged`. For versioned
   * models.
   */
  live?: boolean
  /** False keeps it out of the navigation. */
  menu?: boolean
}

/** A resource with every default filled in. */
export type Resource<R extends LucidRow = AnyRow> = {
  id: string
  owner: string
  name: string
  object: string
  alsoKnownAs: string[]
  model: LucidModel
  permission: { view: string; manage: string | null }
  icon: string
  label: (record: R, viewer: Viewer) => string
  list: ListDefinition<R>
  show: ShowDefinition<R>
  form: FormDefinition<R>
  actions: Action<R>[]
  palette: InPalette<R> | null
  key: string | null
  count: CountInNavigation<R> | null
  scope: (query: Query<R>, viewer: Viewer) => void
  /** Whether it shows fewer records to who works for some locations only. */
  isScoped: boolean
  zone: (record: R) => string | undefined
  preload: string[]
  single: number | null
  fresh: { changes: boolean; export: boolean }
  sensitive: boolean
  live: boolean
  menu: boolean
}

export type AnyResource = Resource

/** Whose words a form speaks: a resource, what others add to it, or a page with actions of its own. */
export type FormOwner = Pick<AnyResource, 'id' | 'owner' | 'name'> &
  Partial<Pick<AnyResource, 'model' | 'zone' | 'form'>>

import type { LucidModel, LucidRow, ModelQueryBuilderContract } from '@adonisjs/lucid/types/model'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import type { User } from '#core/accounts'
import type { Formats, Locale } from '#core/organisation'
import type { Actor, Handler, Trx } from '#core/platform'
import type { Field } from '#app/admin/fields'

/** The member of staff who looks at a page, and how they read it. */
export type Viewer = {
  user: User
  actor: Actor
  locale: Locale
  /** Ids of the locations they work for; null means all. */
  locationIds: number[] | null
  now: number
  t(key: string, values?: Record<string, unknown>): string
  /** Whether somebody wrote a text for the key. */
  has(key: string): boolean
  /** The text of a key, or this word where nobody wrote one. */
  word(key: string, otherwise: string): string
  can(permission: string): boolean
  /** Zone of the organisation's first location, for records that have no place. */
  zone: string
  /** Formats in a zone; without one in `zone`. */
  formats(zone?: string): Formats
}

export type BadgeState = 'waiting' | 'called' | 'problem' | 'done' | 'ended' | 'info'

/** What stands in a cell, a line of a show page or a row of a widget; always plain text. */
export type Cell =
  | string
  | { text: string; badge?: { state: BadgeState; label: string }; note?: string; href?: string }

// Resources of all models stand in one list; each knows the type of its own rows.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type AnyRow = any

export type Option = { value: string; label: string }
export type Query<R extends LucidRow = LucidRow> = ModelQueryBuilderContract<LucidModel, R>
export type Values = Record<string, unknown>
/** Field name → sentence, or lang key of one that needs no figures. */
export type FieldErrors = Record<string, string>

export type Column<R extends LucidRow = AnyRow> = {
  /** Attribute of the model, or a word of its own when `value` is given. */
  name: string
  value?: (record: R, viewer: Viewer) => Cell
  /** The attribute is the id of such a record, whose name is shown. */
  to?: () => AnyResource
  /** Attribute to sort by; `true` is the column's own. */
  sort?: boolean | string
  align?: 'end'
  /** The one column that is read first; it is always shown. */
  strong?: boolean
  /** How the value is written where neither a field nor the model says it. */
  format?: ColumnFormat
  /** Only shown to those who choose it. */
  hidden?: boolean
}

export type ColumnFormat = 'date' | 'minutes'

export type Filter =
  | {
      name: string
      kind: 'choice'
      choices: readonly string[]
      /** Words for choices that have no lang keys of the list. */
      label?: (choice: string, viewer: Viewer) => string
    }
  | { name: string; kind: 'flag' | 'text' | 'days' | 'dates' | 'numbers' }
  | { name: string; kind: 'relation'; to: () => AnyResource }

export type ListDefinition<R extends LucidRow = AnyRow> = {
  columns: Column<R>[]
  /** Attributes that the search box looks into. */
  search: string[]
  /** Further places that the search box looks into, each word by itself; joined by `or`. */
  matches?: (any: Query<R>, word: string) => void
  filters: Filter[]
  /** Attribute, with `-` in front for descending. */
  defaultSort: string
  /** Parts of the list, each a tab above it; the first is shown unless the address names another. */
  tabs: ListTab<R>[]
}

export type ListTab<R extends LucidRow = AnyRow> = {
  name: string
  /** Leaves out the rows that do not belong to the part. */
  keep: (query: Query<R>, viewer: Viewer) => void
  /** The order of this part, when it is not the list's own. */
  sort?: string
}

export type Section = { name: string; fields: Field[] }

type Work = { trx: Trx; viewer: Viewer }

export type FormDefinition<R extends LucidRow = AnyRow> = {
  sections: Section[]
  /** Rules over several fields or rows; runs inside the transaction, before the write. */
  check?: (input: { values: Values; record: R | null } & Work) => Promise<FieldErrors>
  /** Values of fields that are not columns; may run inside a transaction, so on this client. */
  read?: (record: R, client: QueryClientContract) => Promise<Values>
  /**
   * Puts fields that are not columns into columns, before the row is saved. May answer values as
   * they were really stored, for the trail.
   */
  fill?: (record: R, values: Values, work: Work) => Promise<Values | void>
  /** Writes what belongs to the record in other tables, after the row is saved. */
  store?: (record: R, values: Values, work: Work) => Promise<void>
  /** Runs before the row is deleted. */
  removed?: (record: R, work: Work) => Promise<void>
  /** Makes the record in place of a plain insert, e.g. by a use case with rules of its own. */
  create?: (values: Values, viewer: Viewer) => Promise<{ id: number } | { errors: FieldErrors }>
}

export type ActionResult =
  // Lang keys of what staff then read, with the figures it names.
  | { ok: true; notice: string; values?: Values; to?: string; download?: Download }
  | { ok: false; reason: string; values?: Values }

/** A file that an action made for the person who ran it. */
export type Download = { name: string; type: string; content: string | Buffer }

/** `row` on a record's page, `bulk` over chosen rows of a list, `command` on the command line. */
export type ActionPlace = 'row' | 'bulk' | 'command'

/** Something that staff do with a record, besides editing it; wherever they do it, it is this. */
export type Action<R = AnyRow> = {
  id: string
  permission: string
  /** Where it is offered: on a record's page and the command line unless it says otherwise. */
  on?: readonly ActionPlace[]
  icon?: string
  danger?: boolean
  /** Asks first: in a dialog, or on a page of its own. */
  confirm?: boolean
  /** Asked for with the question; `run` gets the values. */
  form?: Field[]
  /** Whether it applies to this record now. */
  when?: (record: R) => boolean
  /** Lang key of why it does not apply to this record. */
  whyNot?: (record: R) => string
  run: (input: { record: R; values: Values; viewer: Viewer }) => Promise<ActionResult>
}

/** Its records are found by the search over the whole panel. */
export type InPalette<R = AnyRow> = {
  /** Relations that the label and the note need. */
  preload?: string[]
  /** Tells records of one name apart. */
  note?: (record: R, viewer: Viewer) => string
}

/** A line of the search over the whole panel. */
export type FoundRecord = { label: string; href: string; note?: string; icon?: string }

/** What a plugin finds besides the records of its resources, for those who have the permission. */
export type SearchProvider = {
  id: string
  /** Lang key of the heading over what it finds. */
  title: string
  permission: string
  find: (search: string, viewer: Viewer, limit: number) => Promise<FoundRecord[]>
}

/** A page of the owner's that staff go to from a record; without an address it is left out. */
export type RecordLink<R extends LucidRow = AnyRow> = {
  id: string
  icon?: string
  href: (record: R, viewer: Viewer) => string | null
}

/** A part of the show page. Without data it is left out. */
export type Panel<R extends LucidRow = AnyRow> = {
  id: string
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
  /** Columns of their list that would say the same in each row here. */
  without?: string[]
}

export type ShowDefinition<R extends LucidRow = AnyRow> = {
  columns: Column<R>[]
  panels: Panel<R>[]
  links: RecordLink<R>[]
  related: RelatedList[]
  /** What others add to the page, e.g. plugins that are enabled now. */
  further?: (viewer: Viewer) => Promise<FurtherParts<R>>
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
  links?: (RecordLink & { permission: string })[]
  subjects?: (customerId: number, viewer: Viewer) => Promise<Subject[]>
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
  /** Name of a record in headings and lookups. */
  label?: (record: InstanceType<M>, viewer: Viewer) => string
  list?: Partial<ListDefinition<InstanceType<M>>>
  show?: Partial<ShowDefinition<InstanceType<M>>>
  form?: Partial<FormDefinition<InstanceType<M>>> & { fields?: Field[] }
  actions?: Action<InstanceType<M>>[]
  palette?: InPalette<InstanceType<M>>
  /** Letter that leads to the list after `g`. */
  key?: string
  /** Rows that this person may see at all: list, show, edit, lookup and actions alike. */
  scope?: (query: Query<InstanceType<M>>, viewer: Viewer) => void
  /** Zone in which instants of a record are written. */
  zone?: (record: InstanceType<M>) => string | undefined
  /** Relations that every page of the resource reads. */
  preload?: string[]
  /** There is one record: its id. The address is its form. */
  single?: number
  /** Changing anything asks for the password again when it was given over 15 minutes ago. */
  fresh?: boolean
  /** Who looks at one of them is noted in the trail. */
  sensitive?: boolean
  /** False keeps it out of the navigation. */
  menu?: boolean
}

/** A resource with every default filled in. */
export type Resource<R extends LucidRow = AnyRow> = {
  id: string
  owner: string
  name: string
  object: string
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
  scope: (query: Query<R>, viewer: Viewer) => void
  zone: (record: R) => string | undefined
  preload: string[]
  single: number | null
  fresh: boolean
  sensitive: boolean
  menu: boolean
}

export type AnyResource = Resource

/** A page of its own in the panel. Its route is called like it; its words are `<owner>.admin.…`. */
export type AdminPage = {
  id: string
  /** Asks for the password again when it was given more than 15 minutes ago. */
  fresh?: boolean
  /** Address after `/admin/<owner>`. */
  path: string
  permission: string
  handler: Handler
  icon?: string
  menu?: boolean
  /** Letter that leads to the page after `g`. */
  key?: string
}

/** A further entry of the navigation, for a page that is declared as a plain route. */
export type MenuEntry = {
  route: string
  title: string
  permission: string
  icon?: string
  /** Letter that leads to the page after `g`. */
  key?: string
}

/** A part of the landing page "Today". */
export type Widget<Data extends object = object> = {
  id: string
  permission: string
  view: string
  /** Null leaves it out. Receives `null` location when all are shown. */
  data: (viewer: Viewer) => Promise<Data | null>
  /** Takes the whole width. */
  wide?: boolean
}

/** What a module or plugin adds to the panel. */
export type AdminContribution = {
  /** Lang key of the navigation group; `<owner>.admin.title` when left out. */
  group?: string
  resources?: AnyResource[]
  pages?: AdminPage[]
  menu?: MenuEntry[]
  widgets?: Widget[]
  timeline?: TimelineSource[]
}

export const page = (definition: AdminPage): AdminPage => definition
export const widget = <Data extends object>(definition: Widget<Data>): Widget<Data> => definition

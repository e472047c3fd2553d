import type { FirstRunStep, Handler } from '#core/platform'
import type { PageAction } from '#app/admin/definition/action'
import type { Addition } from '#app/admin/definition/addition'
import type { AnyResource } from '#app/admin/definition/resource'
import type { TimelineSource } from '#app/admin/definition/show'
import type { Viewer } from '#app/admin/definition/viewer'

/** A page of its own in the panel. Its route is called like it; its words are `<owner>.admin.…`. */
export type AdminPage = {
  id: string
  /** Asks for the password again when it was given more than 15 minutes ago. */
  fresh?: boolean
  firstRun?: FirstRunStep
  /** Address after `/admin/<owner>`. */
  path: string
  permission: string
  handler: Handler
  icon?: string
  menu?: boolean
  /** Letter that leads to the page after `g`. */
  key?: string
  /** What is done on it, offered in its head. */
  actions?: PageAction[]
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
  /** Parts of the pages of other owners' records, and what else is done with these. */
  additions?: Addition[]
  pages?: AdminPage[]
  menu?: MenuEntry[]
  /** Routes that come first in the navigation, in this order; without it pages, then resources. */
  first?: readonly string[]
  widgets?: Widget[]
  timeline?: TimelineSource[]
}

export const page = (definition: AdminPage): AdminPage => definition

export const widget = <Data extends object>(definition: Widget<Data>): Widget<Data> => definition

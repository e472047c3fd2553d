import type { AdminContribution, CustomerCard, SearchProvider } from '#core/admin'
import type { AccountSection, PermissionDefinition } from '#core/accounts'
import type { ConsentSource, CookieDefinition, PurposeUse } from '#core/consent'
import type { DeviceKind } from '#core/devices'
import type { FileUse } from '#core/files'
import type { JobDefinition, ScheduleDefinition } from '#core/jobs'
import type { ChannelDefinition } from '#core/live'
import type { MailDefinition } from '#core/messaging'
import type { HelpPage } from '#core/organisation'
import type { DataMap } from '#core/privacy'
import type { SettingDefinition, SettingsPage } from '#core/settings'
import type { HealthCheck, HomeEntry } from '#core/web'
import type { EventType, Listener } from '#app/platform/events'
import type { RouteGroups } from '#app/platform/routes'

/** What a core module or a plugin adds to the platform. Every key is optional. */
export type Contributions = {
  /** Adds routes to the four guarded groups; called once at boot. */
  routes?: (groups: RouteGroups) => void
  /** Rights that roles may hold, and the roles that hold them from the start. */
  permissions?: PermissionDefinition[]
  /** Typed fields that an operator edits; they render their own page in the panel. */
  settings?: SettingDefinition[]
  /** What stands on that page besides: variables of the deployment, and deeds such as a test. */
  settingsPage?: SettingsPage
  /** Resources, pages, menu entries and widgets of the staff panel. */
  admin?: AdminContribution
  /** Parts of "My account". */
  account?: AccountSection[]
  /** What it knows of a customer, on the card that staff open. */
  customerCard?: CustomerCard
  /** What it finds in the search over the whole panel, besides records of its resources. */
  search?: SearchProvider[]
  /** Entries of the public home page. */
  home?: HomeEntry[]
  /** Its page of help for customers, at `/help/<mount>`. */
  help?: HelpPage
  /** Domain events it emits, and its reactions to those of others. */
  events?: EventType[]
  listens?: Listener[]
  jobs?: JobDefinition[]
  schedules?: ScheduleDefinition[]
  /** Kinds of kiosks and screens, which open its device routes. */
  devices?: DeviceKind[]
  /** WebSocket channels with their authorisation. */
  channels?: ChannelDefinition[]
  /** Mail templates with sample data, so that staff can preview them. */
  mails?: MailDefinition[]
  /** What each of its columns is for, how long it is kept, whether it is exported and erased. */
  privacy?: DataMap
  /** Cookies that it sets, told on the cookie page. */
  cookies?: CookieDefinition[]
  /** What it does with data of visitors only once they agreed; while any is on, they are asked. */
  purposes?: PurposeUse[]
  /** Consents that it records of people with an account, shown to them. */
  consents?: ConsentSource
  health?: HealthCheck[]
  /** What files may be attached to, and who may read them. */
  files?: FileUse[]
  /** What stands still while it is switched off, told to whoever is about to do that. */
  rests?: () => Promise<RestingWork[]>
  /** Invented example data; running it twice adds nothing. */
  demo?: () => Promise<void>
}

/** Open work with a lang key that has its number: `{count, plural, …}`; none counts as nothing. */
export type RestingWork = { text: string; count: number }

/** A room of the core: always enabled. */
export type ModuleDefinition = Contributions & {
  id: string
  /** Runs in every process once all modules and plugins are registered. */
  boot?: () => void | Promise<void>
  /** Runs in a serving process once its HTTP server exists: workers, sockets, timers. */
  ready?: () => void | Promise<void>
  /** What a start prints under the address, if anything. */
  announcement?: () => Promise<string | null>
  /** Runs before a process ends, while the database still answers. */
  terminating?: () => void | Promise<void>
}

/** A plugin as `plugins/<id>/plugin.ts` exports it; one that only has an id is valid. */
export type PluginDefinition = Contributions & {
  /** Folder name and prefix of every route, permission, setting, text, table and CSS block. */
  id: string
  version?: string
  /** Range of platform versions it runs on, e.g. `^0.1.0`. */
  platform?: string
  /** Ids of plugins without which it cannot be enabled. */
  requires?: string[]
  /** Ids of plugins that it adds to when they are enabled. */
  enhances?: string[]
  /** Name of a Lucide icon. */
  icon?: string
  /** Its records are about health: they join an account by a link alone, not by the address. */
  healthRecords?: boolean
  /** First segment of its public addresses; the id when left out. */
  mount?: string
}

/** A contribution with the module or plugin that made it. */
export type Owned<T> = { owner: string; value: T }

export const defineModule = (definition: ModuleDefinition): ModuleDefinition => definition
export const definePlugin = (definition: PluginDefinition): PluginDefinition => definition

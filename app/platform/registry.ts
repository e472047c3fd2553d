import semver from 'semver'
import type { AnyResource } from '#core/admin'
import {
  checkRoutes,
  collectRoutes,
  type Mounts,
  type RouteDeclaration,
  type RouteGroups,
} from '#app/platform/routes'
import { E_INVALID_CONTRIBUTION } from '#app/platform/exceptions'
import type {
  Contributions,
  ModuleDefinition,
  Owned,
  PluginDefinition,
} from '#app/platform/definition'

type SetAside = { id: string; error: Error }
type Owner = ModuleDefinition | PluginDefinition
type Declare = (groups: RouteGroups) => void
type AdminRoutes = (owner: Owner, folder: string) => Declare
type AdditionRoutes = (owner: Owner, folder: string, resources: AnyResource[]) => Declare

const CORE_MOUNTS: Mounts = { site: '/', account: '/account', staff: '/admin', device: '/device' }

const mountsOf = (id: string, mount: string): Mounts => ({
  site: `/${mount}`,
  account: `/account/${id}`,
  staff: `/admin/${id}`,
  device: `/device/${mount}`,
})

/** Public pages of a plugin must not look like those of the core's own groups. */
const RESERVED_MOUNTS = ['account', 'admin', 'device']

/**
 * Everything that core modules and installed plugins declare, collected and checked once at boot.
 * A plugin that cannot be loaded, or clashes with what is there, is set aside; the rest serves.
 */
export class Registry {
  readonly modules: ModuleDefinition[] = []
  readonly plugins: PluginDefinition[] = []
  readonly setAside: SetAside[] = []
  readonly routes: RouteDeclaration[] = []

  /** What a plugin's range is held against; set at boot. */
  platformVersion: string | null = null

  /** Turns what an owner adds to the panel into routes; `#core/admin` supplies it at boot. */
  adminRoutes: AdminRoutes = () => () => {}

  /** The same for what an owner adds to the records of others. */
  additionRoutes: AdditionRoutes = () => () => {}

  addModule(module: ModuleDefinition): void {
    this.routes.push(...this.#declaredBy(module, ofModule(module)))
    this.modules.push(module)
  }

  addPlugin(id: string, plugin: PluginDefinition): void {
    try {
      checkIdentity(id, plugin)
      checkPlatform(plugin, this.platformVersion)
      this.routes.push(...this.#declaredBy(plugin, ofPlugin(plugin)))
      this.plugins.push(plugin)
    } catch (error) {
      this.setPluginAside(id, error as Error)
    }
  }

  setPluginAside(id: string, error: Error): void {
    this.setAside.push({ id, error })
  }

  /**
   * What owners add to the records of others, once everybody is there. A plugin whose additions
   * fit nowhere is set aside; as its records go with it, all are asked again.
   */
  addAdditions(): void {
    const resources = this.all('admin').flatMap(({ value }) => value.resources ?? [])
    const added = this.modules.flatMap((one) => this.#addedBy(one, ofModule(one), resources))
    for (const plugin of this.plugins) {
      try {
        added.push(...this.#addedBy(plugin, ofPlugin(plugin), resources))
      } catch (error) {
        this.#withdraw(plugin)
        this.setPluginAside(plugin.id, error as Error)
        return this.addAdditions()
      }
    }
    this.routes.push(...added)
  }

  /** One contribution of every module and installed plugin, enabled or not. */
  all<K extends keyof Contributions>(key: K): Owned<NonNullable<Contributions[K]>>[] {
    return [...this.modules, ...this.plugins].flatMap((owner) => {
      const value = owner[key]
      return value === undefined ? [] : [{ owner: owner.id, value }]
    })
  }

  isPlugin(id: string): boolean {
    return this.plugins.some((plugin) => plugin.id === id)
  }

  #declaredBy(owner: Owner, { mounts, folder }: Place): RouteDeclaration[] {
    return this.#checked(owner, mounts, (groups) => {
      owner.routes?.(groups)
      this.adminRoutes(owner, folder)(groups)
    })
  }

  #addedBy(owner: Owner, { mounts, folder }: Place, resources: AnyResource[]): RouteDeclaration[] {
    return this.#checked(owner, mounts, this.additionRoutes(owner, folder, resources))
  }

  #checked(owner: Owner, mounts: Mounts, declare: Declare): RouteDeclaration[] {
    const declared = collectRoutes(owner.id, mounts, declare)
    checkRoutes(declared, this.routes)
    return declared
  }

  #withdraw(plugin: PluginDefinition): void {
    this.plugins.splice(this.plugins.indexOf(plugin), 1)
    const others = this.routes.filter(({ owner }) => owner !== plugin.id)
    this.routes.splice(0, this.routes.length, ...others)
  }
}

/** Where the routes of an owner begin; `folder` is that of its resources inside its staff group. */
type Place = { mounts: Mounts; folder: string }

const ofModule = ({ id }: ModuleDefinition): Place => ({ mounts: CORE_MOUNTS, folder: `/${id}` })

const ofPlugin = ({ id, mount = id }: PluginDefinition): Place => ({
  mounts: mountsOf(id, mount),
  folder: '',
})

function checkIdentity(folder: string, plugin: PluginDefinition): void {
  const refuse = (why: string) => {
    throw new E_INVALID_CONTRIBUTION([folder, why])
  }
  if (plugin.id !== folder) refuse(`its id "${plugin.id}" differs from its folder`)
  if (!/^[a-z][a-z0-9-]*$/.test(plugin.id))
    refuse('its id has other characters than a-z, 0-9 and -')
  if (RESERVED_MOUNTS.includes(plugin.mount ?? plugin.id)) refuse('its mount is one of the core')
  for (const { id } of plugin.permissions ?? []) {
    if (!id.startsWith(`${plugin.id}.`)) refuse(`permission ${id} lacks its prefix`)
  }
}

/** A plugin written for other versions of the platform is set aside before it can do harm. */
function checkPlatform({ id, platform }: PluginDefinition, version: string | null): void {
  if (!platform || !version) return
  if (semver.validRange(platform) === null) {
    throw new E_INVALID_CONTRIBUTION([id, `its range of platform versions "${platform}" is none`])
  }
  if (semver.satisfies(version, platform)) return
  throw new E_INVALID_CONTRIBUTION([id, `needs the platform ${platform}, and this is ${version}`])
}

export const registry = new Registry()

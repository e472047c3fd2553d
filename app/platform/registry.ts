import semver from 'semver'
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
type AdminRoutes = (owner: Owner, folder: string) => (groups: RouteGroups) => void

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

  addModule(module: ModuleDefinition): void {
    this.#addRoutes(module, CORE_MOUNTS, `/${module.id}`)
    this.modules.push(module)
  }

  addPlugin(id: string, plugin: PluginDefinition): void {
    try {
      checkIdentity(id, plugin)
      checkPlatform(plugin, this.platformVersion)
      const mount = plugin.mount ?? id
      this.#addRoutes(plugin, mountsOf(id, mount), '')
      this.plugins.push(plugin)
    } catch (error) {
      this.setPluginAside(id, error as Error)
    }
  }

  setPluginAside(id: string, error: Error): void {
    this.setAside.push({ id, error })
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

  /** @param folder where in the staff group of its owner an admin resource begins */
  #addRoutes(owner: Owner, mounts: Mounts, folder: string): void {
    const declared = collectRoutes(owner.id, mounts, (groups) => {
      owner.routes?.(groups)
      this.adminRoutes(owner, folder)(groups)
    })
    checkRoutes(declared, this.routes)
    this.routes.push(...declared)
  }
}

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

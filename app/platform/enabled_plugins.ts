import db from '@adonisjs/lucid/services/db'
import env from '#start/env'
import { cached } from '#app/platform/cached'
import type { Contributions, Owned } from '#app/platform/definition'
import { registry } from '#app/platform/registry'

/** Another process follows a switch after this time at the latest. */
const FRESH_FOR = 500

const switchedOn = cached(FRESH_FOR, async () => {
  const rows: { id: string }[] = await db
    .from('platform_plugins')
    .where('enabled', true)
    .select('id')
  return rows.map((row) => row.id)
})

/** Forgets the cached set in the process that has just flipped a switch. */
export const forgetEnabledPlugins = () => switchedOn.forget()

/** Ids of installed plugins that serve now: by the variable PLUGINS if set, else by the switches. */
export async function enabledPluginIds(): Promise<string[]> {
  const wanted = env.PLUGINS ?? (await switchedOn.get())
  return wanted.filter((id) => registry.isPlugin(id))
}

export async function isPluginEnabled(id: string): Promise<boolean> {
  return (await enabledPluginIds()).includes(id)
}

/** True for core modules and enabled plugins: may this owner's jobs, menus and pages run? */
export async function isActive(owner: string): Promise<boolean> {
  return !registry.isPlugin(owner) || isPluginEnabled(owner)
}

/** The same for many owners, told from what is enabled at this moment. */
export async function activeOwners(): Promise<(owner: string) => boolean> {
  const enabled = await enabledPluginIds()
  return (owner) => !registry.isPlugin(owner) || enabled.includes(owner)
}

/** One kind of contribution of all core modules and enabled plugins, in order of declaration. */
export async function contributions<K extends keyof Contributions>(
  key: K
): Promise<Owned<NonNullable<Contributions[K]>>[]> {
  const isActive = await activeOwners()
  return registry.all(key).filter(({ owner }) => isActive(owner))
}

/** Like contributions, disabled plugins included; synchronous, for lookups by id. */
export const allContributions: typeof registry.all = (key) => registry.all(key)

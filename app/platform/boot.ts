import app from '@adonisjs/core/services/app'
import { additionRoutes, adminRoutes } from '#core/admin'
import { errorRecord } from '#app/platform/domain/error_record'
import { installedPluginIds } from '#app/platform/installed'
import { registry } from '#app/platform/registry'
import type { ModuleDefinition, PluginDefinition } from '#app/platform/definition'

async function loadPlugin(id: string): Promise<void> {
  try {
    const { default: plugin } = (await import(`#plugins/${id}/plugin`)) as {
      default: PluginDefinition
    }
    registry.addPlugin(id, plugin)
  } catch (error) {
    registry.setPluginAside(id, error as Error)
  }
}

/** Fills the registry once a process: core modules first, then every plugin in `plugins/`. */
export async function bootRegistry(modules: ModuleDefinition[]): Promise<void> {
  registry.adminRoutes = adminRoutes
  registry.additionRoutes = additionRoutes
  registry.platformVersion = app.version?.toString() ?? null
  for (const module of modules) registry.addModule(module)
  for (const id of installedPluginIds()) await loadPlugin(id)
  registry.addAdditions()
  // The service of the logger stands only once the application has booted.
  const logger = await app.container.make('logger')
  for (const { id, error } of registry.setAside) {
    logger.error({ error: errorRecord(error) }, 'Plugin %s is set aside', id)
  }
}

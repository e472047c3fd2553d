import { defineModule, registry, type Contributions } from '#core/platform'

/** Adds a module for one test; returns what takes it away again. */
export function withModule(id: string, contributions: Contributions): () => void {
  const module = defineModule({ id, ...contributions })
  registry.addModule(module)
  return () => {
    registry.modules.splice(registry.modules.indexOf(module), 1)
    forgetRoutes(id)
  }
}

/** Adds a plugin that nobody has enabled. */
export function withDisabledPlugin(id: string, contributions: Contributions): () => void {
  const plugin = { id, ...contributions }
  registry.addPlugin(id, plugin)
  return () => {
    registry.plugins.splice(registry.plugins.indexOf(plugin), 1)
    forgetRoutes(id)
  }
}

function forgetRoutes(owner: string): void {
  const others = registry.routes.filter((route) => route.owner !== owner)
  registry.routes.splice(0, registry.routes.length, ...others)
}

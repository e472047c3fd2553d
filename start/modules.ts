import type { ModuleDefinition } from '#core/platform'

/** The rooms of the core, in the order in which their menus, boot and shutdown run. */
export const modules: ModuleDefinition[] = []

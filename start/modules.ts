import type { ModuleDefinition } from '#core/platform'
import jobs from '#app/jobs/module'
import messaging from '#app/messaging/module'

/** The rooms of the core, in the order in which their menus, boot and shutdown run. */
export const modules: ModuleDefinition[] = [jobs, messaging]

import type { RouteGroups } from '#core/platform'

export function catalogueRoutes(_groups: RouteGroups): void {}

import type { RouteGroups } from '#core/platform'

export function quoteRoutes(_groups: RouteGroups): void {}

import type { RouteGroups } from '#core/platform'

export function orderRoutes(_groups: RouteGroups): void {}

import type { RouteGroups } from '#core/platform'

export function cartRoutes(_groups: RouteGroups): void {}

import type { RouteGroups } from '#core/platform'

export function paymentRoutes(_groups: RouteGroups): void {}

import type { AdminContribution } from '#core/admin'

export const orderAdmin = { resources: [], pages: [], menu: [] } satisfies AdminContribution

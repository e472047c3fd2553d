import type { AdminContribution } from '#core/admin'

export const catalogueAdmin = { resources: [], pages: [], menu: [] } satisfies AdminContribution

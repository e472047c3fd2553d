import type { AdminContribution } from '#core/admin'

export const quoteAdmin = { resources: [], pages: [], menu: [] } satisfies AdminContribution

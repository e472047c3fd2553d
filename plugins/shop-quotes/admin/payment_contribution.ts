import type { AdminContribution } from '#core/admin'

export const paymentAdmin = { resources: [], pages: [], menu: [] } satisfies AdminContribution

import type { AdminContribution } from '#core/admin'
import { customers } from '#app/customers/admin/customers'

/** They stand with the daily work. */
export const admin: AdminContribution = { group: 'admin.groups.calendar', resources: [customers] }

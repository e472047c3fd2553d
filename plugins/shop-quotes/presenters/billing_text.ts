import type { Billing } from '#plugins/shop-quotes/domain/billing'

/** "Ada Nowhere, Calle Mayor 1, 28013 Madrid": enough to know it from others. */
export function billingText(billing: Billing): string {
  const { companyName, firstName, lastName, street, postalCode, city } = billing
  const name = companyName ?? [firstName, lastName].filter(Boolean).join(' ')
  return [name, street, [postalCode, city].filter(Boolean).join(' ')].filter(Boolean).join(', ')
}

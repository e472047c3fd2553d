import { urlFor } from '#core/platform'
import type { Viewer } from '#core/admin'
import { visibleCustomers } from '#app/customers/admin/card'
import type { Customer } from '#app/customers/models/customer'

const MOST = 5

/** Other records with the same e-mail address or phone number, among those this person may see. */
export async function likelyDuplicates(customer: Customer, viewer: Viewer) {
  const { email, phoneTail } = customer
  if (!email && !phoneTail) return []
  const found = await visibleCustomers(viewer)
    .whereNot('id', customer.id)
    .where((same) => {
      if (email) void same.orWhere({ email })
      if (phoneTail) void same.orWhere({ phoneTail })
    })
    .orderBy('id')
    .limit(MOST)
  return found.map((one) => candidate(customer.id, one, viewer))
}

/** A record that may be the other one, with the way to compare both. */
export function candidate(
  id: number,
  { id: other, name, email, phone }: Customer,
  { can }: Viewer
) {
  return {
    name,
    note: [email, phone].filter(Boolean).join(' · '),
    href: can('customers.join')
      ? urlFor('customers.joins.create', { id }, { with: other })
      : urlFor('customers.customers.show', { id: other }),
  }
}

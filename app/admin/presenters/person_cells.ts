import type { User } from '#core/accounts'
import type { Customer } from '#core/customers'
import { urlFor } from '#core/platform'
import type { Cell, Viewer } from '#app/admin/definition'

type Served = { customer: Customer }

/** The name; it leads to the person for whoever may see them. */
export function customerCell({ customer: { id, name } }: Served, { can }: Viewer): Cell {
  const href = urlFor('customers.customers.show', { id })
  return can('customers.view') ? { text: name, href } : name
}

/** How the person is reached. */
export const contactCell = ({ customer: { email, phone } }: Served): string =>
  [email, phone].filter(Boolean).join(' · ')

/** Who looks after it. */
export const assigneeCell = ({ assignee }: { assignee: User | null }): string =>
  assignee?.name ?? ''

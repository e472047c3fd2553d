import type { HttpContext } from '@adonisjs/core/http'
import { findRecords, recordOrSuccessor, resourceNamed, viewerOf } from '#core/admin'
import type { Customer } from '#core/customers'
import { urlFor } from '#core/platform'

type Input = Readonly<Record<string, unknown>>

const SHOWN = 8
const customers = () => resourceNamed('customers.customers')
const textOf = (value: unknown) => (typeof value === 'string' ? value : '')

/** The customer whom the address or the form names, of those whom this person may see. */
export async function customerAtDesk(ctx: HttpContext, input: Input): Promise<Customer | null> {
  if (!input.customer) return null
  const viewer = await viewerOf(ctx)
  const id = viewer.can(customers().permission.view) ? input.customer : null
  return (await recordOrSuccessor(customers(), id, viewer)) as Customer
}

/** The customer who was chosen, or the search for one. */
export async function presentDeskCustomer(ctx: HttpContext, input: Input, chosen: Customer | null) {
  if (chosen) {
    const { id, name, email, phone } = chosen
    const mail = email ?? ctx.i18n.t('helpdesk.desk.open.without_mail')
    const href = urlFor('customers.customers.show', { id })
    return { customer: { id, name, href, notes: [mail, phone].filter(Boolean) }, search: null }
  }
  const term = textOf(input.q).trim().slice(0, 200)
  return { customer: null, search: { term, found: term === '' ? null : await found(ctx, term) } }
}

async function found(ctx: HttpContext, term: string) {
  const viewer = await viewerOf(ctx)
  if (!viewer.can(customers().permission.view)) return []
  const records = (await findRecords(customers(), term, { viewer })) as Customer[]
  return records.slice(0, SHOWN).map(({ id, name, email, phone }) => ({
    label: name,
    note: [email, phone].filter(Boolean).join(' · '),
    href: urlFor('helpdesk.desk_tickets.create', {}, { customer: id }),
  }))
}

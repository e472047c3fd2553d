import type { HttpContext } from '@adonisjs/core/http'
import { findRecords, recordOrSuccessor, resourceNamed, viewerOf } from '#core/admin'
import type { Customer } from '#core/customers'
import { urlFor } from '#core/platform'

type Input = Readonly<Record<string, unknown>>

const SHOWN = 8
const customers = () => resourceNamed('customers.customers')
const textOf = (value: unknown) => (typeof value === 'string' ? value : '')

/** The patient whom the address or the form names, of those whom this person may see. */
export async function patientAtDesk(ctx: HttpContext, input: Input): Promise<Customer | null> {
  if (!input.customer) return null
  const viewer = await viewerOf(ctx)
  const id = viewer.can(customers().permission.view) ? input.customer : null
  return (await recordOrSuccessor(customers(), id, viewer)) as Customer
}

/** The patient who was chosen, or the search for one. */
export async function presentDeskPatient(ctx: HttpContext, input: Input, chosen: Customer | null) {
  if (chosen) {
    const { id, name, email, phone } = chosen
    const mail = email ?? ctx.i18n.t('patient-visits.admin.book.without_mail')
    const href = urlFor('customers.customers.show', { id })
    return { patient: { id, name, href, notes: [mail, phone].filter(Boolean) }, search: null }
  }
  const term = textOf(input.q).trim().slice(0, 200)
  return { patient: null, search: { term, found: term === '' ? null : await found(ctx, term) } }
}

async function found(ctx: HttpContext, term: string) {
  const viewer = await viewerOf(ctx)
  if (!viewer.can(customers().permission.view)) return []
  const records = (await findRecords(customers(), term, { viewer })) as Customer[]
  return records.slice(0, SHOWN).map(({ id, name, email, phone }) => ({
    name,
    note: [email, phone].filter(Boolean).join(' · '),
    href: urlFor('patient-visits.desk_bookings.create', {}, { customer: id }),
  }))
}

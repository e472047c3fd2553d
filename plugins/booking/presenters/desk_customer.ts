import type { HttpContext } from '@adonisjs/core/http'
import { findRecords, recordOrSuccessor, resourceNamed, viewerOf } from '#core/admin'
import type { Customer } from '#core/customers'
import { urlFor } from '#core/platform'

type Input = Readonly<Record<string, unknown>>

const textOf = (value: unknown) => (typeof value === 'string' ? value : '')

const customers = () => resourceNamed('customers.customers')

/** What a button of the search asks for instead of booking. Enter in the search books nobody. */
export function isLooking(input: Input): boolean {
  const { find, choose, customer, q, first_name: first, last_name: last } = input
  if (find !== undefined || choose !== undefined) return true
  return textOf(q).trim() !== '' && !customer && !textOf(first).trim() && !textOf(last).trim()
}

/**
 * The customer whom the address or the form names, among those that this member of staff may see;
 * one that was joined into another is that other one, anybody else a 404. None is somebody new.
 */
export async function customerAtDesk(ctx: HttpContext, input: Input): Promise<Customer | null> {
  const named = input.choose ?? input.customer
  if (named === undefined || named === null || named === '' || named === 'new') return null
  const viewer = await viewerOf(ctx)
  const id = viewer.can(customers().permission.view) ? named : null
  return (await recordOrSuccessor(customers(), id, viewer)) as Customer
}

/** The customer who was chosen, or the search for one; no search for those who may see none. */
export async function presentDeskCustomer(ctx: HttpContext, input: Input, chosen: Customer | null) {
  if (chosen) return { chosen: presentChosen(ctx, chosen), search: null }
  const viewer = await viewerOf(ctx)
  if (!viewer.can(customers().permission.view)) return { chosen: null, search: null }
  const term = textOf(input.q).trim().slice(0, 200)
  return { chosen: null, search: { term, found: term === '' ? null : await found(ctx, term) } }
}

function presentChosen({ i18n }: HttpContext, { id, name, email, phone }: Customer) {
  return {
    id,
    name,
    href: urlFor('customers.customers.show', { id }),
    notes: [email ?? i18n.t('booking.admin.book.without_mail'), phone].filter(Boolean),
  }
}

const SHOWN = 5

async function found(ctx: HttpContext, term: string) {
  const viewer = await viewerOf(ctx)
  const records = (await findRecords(customers(), term, { viewer })) as Customer[]
  const people = records.slice(0, SHOWN).map(({ id, name, email, phone }) => ({
    ...{ id, name },
    note: [email, phone].filter(Boolean).join(' · '),
  }))
  return {
    people,
    said: ctx.i18n.t('booking.admin.book.found', { count: people.length }),
    hasMore: records.length > SHOWN,
  }
}

import { createCustomer, type Customer } from '#core/customers'
import { randomId, registry, SYSTEM, transaction } from '#core/platform'
import type { Reservation, Resource } from '#core/scheduling'
import { BookVisit, type Patient } from '#plugins/patient-visits/actions/book_visit'
import { Visit } from '#plugins/patient-visits/models/visit'
import { offerOf } from '#plugins/patient-visits/queries/visit_offers'
import type { Practice } from '#plugins/patient-visits/tests/clinic'
import type { HtmlForm } from '#tests/kit/forms'
import type { Answer, HttpClient } from '#tests/kit/http'

export const VISITS = '/admin/patient-visits/visits'

let people = 0

type Values = {
  firstName?: string
  lastName?: string
  email?: string | null
  phone?: string | null
}

/** Somebody whom the unit knows, without an account. */
export function aCustomer(values: Values = {}): Promise<Customer> {
  const email = `patient${++people}@example.org`
  const names = { firstName: 'Bea', lastName: `Nowhere${people}` }
  return transaction((trx) =>
    createCustomer(trx, {
      ...{ ...names, email, phone: '+39 050 11 22', ...values },
      ...{ locale: 'en', actor: SYSTEM, userId: null },
    })
  )
}

type Booked = { visit: Visit; reservation: Reservation; customer: Customer; path: string }
type Wish = { startsAt: number; doctor?: Resource; customer?: Customer }

const known = ({ id: customerId }: Customer): Patient => ({ customerId })

/** A visit as its patient has booked it: a request where the unit confirms. */
export async function booked(practice: Practice, wish: Wish): Promise<Booked> {
  const { service, location } = practice
  const customer = wish.customer ?? (await aCustomer())
  const offer = await offerOf({ serviceId: service.id, locationId: location.id })
  const done = await new BookVisit().handle({
    ...{ formKey: randomId(), offer, startsAt: wish.startsAt, resourceId: wish.doctor?.id },
    ...{ patient: known(customer), by: { kind: 'customer', id: 0 }, locale: 'en' },
  })
  if (!done.ok) throw new Error(done.reason)
  const visit = await Visit.query().where('id', done.visitId).preload('reservation').firstOrFail()
  const { reservation } = visit
  return { visit, reservation, customer, path: `${VISITS}/${visit.id}` }
}

/** State of a visit as it is stored now. */
export const stateNow = async ({ visit }: Pick<Booked, 'visit'>) =>
  (await Visit.query().where('id', visit.id).preload('reservation').firstOrFail()).state

/** Does with a visit what its page offers under this name, and returns the page that follows. */
export async function does(desk: HttpClient, path: string, action: string) {
  const page = `${path}/${action.replace('_', '-')}`
  const asked = await desk.get(page)
  return desk.follow(await desk.submit(asked.form(page), {}))
}

/** The form that changes something; the same page may have one to choose what is shown. */
export function postForm(page: Answer, path: string): HtmlForm {
  const found = page.forms().find(({ method, action }) => method === 'POST' && action === path)
  if (!found) throw new Error(`No form that posts to ${path} on ${page.url} (${page.status})`)
  return found
}

/** Whether the page offers it. */
export const offers = async (desk: HttpClient, path: string, action: string) =>
  (await desk.get(path)).text.includes(`${path}/${action.replace('_', '-')}"`)

/** Until the returned function runs nobody may manage visits: the roles of the desk see them. */
export function onlyViewing(): () => void {
  const { permissions = [] } = registry.plugins.find(({ id }) => id === 'patient-visits')!
  const index = permissions.findIndex(({ id }) => id === 'patient-visits.manage')
  const own = permissions[index]
  permissions[index] = { ...own, roles: [] }
  return () => void (permissions[index] = own)
}

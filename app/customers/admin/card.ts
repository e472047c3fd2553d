import type { CustomerCard, FurtherParts, Query, Subject, Viewer } from '#core/admin'
import { allContributions, contributions } from '#core/platform'
import { Customer } from '#app/customers/models/customer'
import { formerIds } from '#app/customers/queries/former_ids'

const cards = async (): Promise<CustomerCard[]> =>
  (await contributions('customerCard')).map(({ value }) => value)

/** What modules and enabled plugins put on a customer's card, as far as this person may see it. */
export async function onCard({ can }: Viewer): Promise<FurtherParts> {
  const all = await cards()
  const allowed = ({ permission }: { permission: string }) => can(permission)
  return {
    related: all.flatMap(({ related = [] }) => related),
    panels: all.flatMap(({ panels = [] }) => panels.filter(allowed)),
    links: all.flatMap(({ links = [] }) => links.filter(allowed)),
  }
}

/** The customer, and everything of theirs whose history this person may read. */
export async function subjectsOnCard(id: number, viewer: Viewer): Promise<Subject[]> {
  const ids = [id, ...(await formerIds(id))]
  const subjects: Subject[] = ids.map((one) => ({ object: 'customers.customer', id: one }))
  for (const card of await cards()) subjects.push(...((await card.subjects?.(id, viewer)) ?? []))
  return subjects
}

/** The customers whom this person may see. */
export const visibleCustomers = (viewer: Viewer) =>
  Customer.query().where((scoped) => servedWithin(scoped as Query<Customer>, viewer))

/**
 * Staff of some locations see the customers of these and of the whole organisation, and those who
 * were not served anywhere yet; of an installed plugin that rests the customers stay where they are.
 */
export function servedWithin(query: Query<Customer>, { locationIds }: Viewer): void {
  if (!locationIds) return
  const tables = allContributions('customerCard').flatMap(({ value }) => value.servedIn ?? [])
  const places = locationIds.map(() => '?').join(', ') || 'null'
  const served = (table: string, where = '') =>
    `exists (select 1 from ${table} where customer_id = customers_customers.id${where})`
  query.where((any) => {
    for (const table of tables) {
      const here = ` and (location_id is null or location_id in (${places}))`
      any.orWhereRaw(served(table, here), locationIds)
    }
    any.orWhere((nowhere) => {
      for (const table of tables) nowhere.whereRaw(`not ${served(table)}`)
    })
  })
}

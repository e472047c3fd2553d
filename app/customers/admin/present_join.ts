import type { HttpContext } from '@adonisjs/core/http'
import { countRelated, findRecords, renderPanel, type Viewer } from '#core/admin'
import { LOCALE_NAMES } from '#core/organisation'
import { urlFor } from '#core/platform'
import { JOINED_FIELDS, type JoinedField } from '#app/customers/actions/join_duplicates'
import { onCard } from '#app/customers/admin/card'
import { customers } from '#app/customers/admin/customers'
import { candidate, likelyDuplicates } from '#app/customers/admin/likely_duplicates'
import type { Customer } from '#app/customers/models/customer'

type Join = { one: Customer; other: Customer | null; viewer: Viewer }

/** The search for the second record, and both side by side once it is named. */
export async function renderJoin(ctx: HttpContext, join: Join) {
  const { one, other, viewer } = join
  const back = { label: one.name, href: urlFor('customers.customers.show', { id: one.id }) }
  return renderPanel(ctx, 'admin/customers/join', {
    title: viewer.t('customers.admin.join.title'),
    back,
    action: urlFor('customers.joins.create', { id: one.id }),
    search: other ? null : await presentSearch(ctx, join),
    compared: other ? await presentCompared(one, other, viewer) : null,
  })
}

async function presentSearch({ request }: HttpContext, { one, viewer }: Join) {
  const { q } = request.qs()
  const term = typeof q === 'string' ? q.trim().slice(0, 200) : ''
  const found = term === '' ? [] : ((await findRecords(customers, term, { viewer })) as Customer[])
  const others = found.filter(({ id }) => id !== one.id)
  return {
    term,
    likely: await likelyDuplicates(one, viewer),
    found: others.map((other) => candidate(one.id, other, viewer)),
    said: term === '' ? '' : viewer.t('customers.admin.join.found', { count: others.length }),
  }
}

async function presentCompared(one: Customer, other: Customer, viewer: Viewer) {
  const both = [one, other]
  const accounts = new Set(both.flatMap(({ userId }) => userId ?? []))
  return {
    both: both.map(({ id, name, version }) => ({
      ...{ id, name, version },
      href: urlFor('customers.customers.show', { id }),
    })),
    rows: JOINED_FIELDS.map((field) => presentField(field, both, viewer)),
    facts: await presentFacts(both, viewer),
    hasAccount: accounts.size === 1 && both.some(({ userId }) => userId === null),
    refused: accounts.size > 1,
  }
}

/** What differs is chosen; where one record says nothing, the other one's word stays. */
function presentField(field: JoinedField, both: Customer[], { word }: Viewer) {
  const [one, other] = both.map((customer) => customer[field] ?? '')
  return {
    field,
    label: word(`customers.admin.customers.fields.${field}`, word(`admin.fields.${field}`, field)),
    differs: one !== other,
    keep: one === '' ? 'other' : 'this',
    texts: both.map((customer) => written(field, customer)),
  }
}

const written = (field: JoinedField, customer: Customer) =>
  (field === 'locale' ? LOCALE_NAMES[customer.locale] : customer[field]) || '–'

async function presentFacts(both: Customer[], viewer: Viewer) {
  const { related } = await onCard(viewer)
  const counts = await Promise.all(both.map(({ id }) => countRelated(related, id, viewer)))
  const account = ({ userId }: Customer) =>
    viewer.t(`customers.admin.account.${userId === null ? 'none' : 'has'}`)
  return [
    ...counts[0].map(({ title }, index) => ({
      label: title,
      texts: counts.map((own) => String(own[index].count)),
    })),
    { label: viewer.t('customers.admin.customers.fields.userId'), texts: both.map(account) },
    {
      label: viewer.word('admin.fields.createdAt', 'Created'),
      texts: both.map(({ createdAt }) => viewer.formats().dateTime(createdAt)),
    },
  ]
}

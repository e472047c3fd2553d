import { resource, type Viewer } from '#core/admin'
import { LOCALE_NAMES, LOCALES } from '#core/organisation'
import { transaction, urlFor } from '#core/platform'
import { createCustomer } from '#app/customers/actions/create_customer'
import { sendRecordLink } from '#app/customers/actions/send_record_link'
import { addressesPanel } from '#app/customers/admin/addresses_panel'
import { onCard, servedWithin, subjectsOnCard } from '#app/customers/admin/card'
import { likelyDuplicates } from '#app/customers/admin/likely_duplicates'
import { Customer } from '#app/customers/models/customer'
import { successorOf } from '#app/customers/queries/former_ids'
import { personRules } from '#app/customers/validators/person'
import { whereMatches } from '#app/customers/queries/search_customers'

const languages = () => LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value] }))

/** The people served, with everything that modules and plugins know of them on one card. */
export const customers = resource({
  id: 'customers.customers',
  model: Customer,
  permission: { view: 'customers.view', manage: 'customers.manage' },
  key: 'p',
  icon: 'users',
  label: ({ name }) => name,
  scope: servedWithin,
  palette: { note: ({ email, phone }) => email ?? phone ?? '', names: ({ email }) => [email] },
  sensitive: true,
  personal: true,
  list: {
    columns: [
      { name: 'lastName', value: sortedName, sort: true, thenBy: 'firstName', strong: true },
      { name: 'email', sort: true },
      { name: 'phone' },
      { name: 'userId', value: accountOf },
      { name: 'createdAt', sort: true },
    ],
    search: [],
    matches: (word) => (any) => void any.orWhere((query) => void whereMatches(query, word)),
    filters: [{ name: 'createdAt', kind: 'dates' }],
    defaultSort: 'lastName',
  },
  show: {
    columns: [
      { name: 'email' },
      { name: 'phone' },
      { name: 'locale', value: ({ locale }) => LOCALE_NAMES[locale] },
      { name: 'userId', value: accountOf },
      { name: 'createdAt' },
    ],
    panels: [
      addressesPanel,
      {
        id: 'duplicates',
        view: 'admin/customers/duplicates',
        data: async (customer, viewer) => {
          const people = await likelyDuplicates(customer, viewer)
          return people.length > 0 ? { people } : null
        },
      },
    ],
    links: [
      {
        id: 'join',
        icon: 'users',
        href: ({ id }, { can }) =>
          can('customers.join') ? urlFor('customers.joins.create', { id }) : null,
      },
    ],
    further: onCard,
    successor: successorOf,
    subjects: ({ id }, viewer) => subjectsOnCard(id, viewer),
  },
  form: {
    fields: [
      { name: 'firstName', kind: 'text', required: true, rules: personRules.firstName },
      { name: 'lastName', kind: 'text', required: true, rules: personRules.lastName },
      { name: 'email', kind: 'email', rules: personRules.email },
      { name: 'phone', kind: 'phone', rules: personRules.phone },
      { name: 'locale', kind: 'choice', choices: languages, required: true },
    ],
    create: (values, viewer) =>
      transaction((trx) =>
        createCustomer(trx, { ...(values as Entered), actor: viewer.actor, userId: null })
      ),
  },
  actions: [
    {
      id: 'send_record_link',
      permission: 'customers.manage',
      icon: 'send',
      confirm: true,
      when: ({ userId, email }) => userId === null && email !== null,
      run: async ({ record, viewer }) => {
        await sendRecordLink(record, viewer.actor)
        return { ok: true, notice: 'customers.admin.link_sent' }
      },
    },
  ],
})

type Entered = Pick<Customer, 'firstName' | 'lastName' | 'email' | 'phone' | 'locale'>

/** As one looks a person up: "Rossi, Anna". */
function sortedName({ firstName, lastName }: Customer): string {
  return [lastName, firstName].filter(Boolean).join(', ')
}

function accountOf({ userId }: Customer, { t }: Viewer): string {
  return t(`customers.admin.account.${userId === null ? 'none' : 'has'}`)
}

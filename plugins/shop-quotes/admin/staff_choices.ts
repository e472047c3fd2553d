import { User } from '#core/accounts'
import { resource, type AnyResource } from '#core/admin'

/** Members of staff who can sign in, to choose from; they have no pages here. */
export const staffChoices: AnyResource = resource({
  id: 'shop-quotes.staff_choices',
  model: User,
  permission: { view: 'shop-quotes.view', manage: null },
  label: ({ name }) => name,
  scope: (query) => void query.where('kind', 'staff').whereNull('disabledAt'),
  list: { search: ['firstName', 'lastName'], defaultSort: 'lastName' },
})

import { resource, type AnyResource } from '#core/admin'
import { User } from '#core/accounts'

/** The people who work here, wherever they do: to choose from; they have no pages here. */
export const agents: AnyResource = resource({
  id: 'helpdesk.agents',
  model: User,
  permission: { view: 'helpdesk.set_up', manage: null },
  label: ({ name }) => name,
  scope: (query) => void query.where('kind', 'staff'),
  list: { search: ['firstName', 'lastName'], defaultSort: 'lastName' },
})

import { User } from '#core/accounts'
import { resource, type AnyResource } from '#core/admin'
import { ServiceLevel } from '#plugins/helpdesk/models/service_level'
import { Team } from '#plugins/helpdesk/models/team'
import { TeamMember } from '#plugins/helpdesk/models/team_member'

const SEEN = { view: 'helpdesk.view', manage: null }

/** Teams to choose from; their pages are where the helpdesk is set up. */
export const teamChoices: AnyResource = resource({
  id: 'helpdesk.team_choices',
  model: Team,
  permission: SEEN,
  label: ({ name, active }, { t }) => (active ? name : t('helpdesk.desk.at_rest', { name })),
  list: { search: ['name'], defaultSort: 'position' },
})

export const levelChoices: AnyResource = resource({
  id: 'helpdesk.level_choices',
  model: ServiceLevel,
  permission: SEEN,
  label: ({ name }) => name,
  list: { search: ['name'], defaultSort: 'name' },
})

/** Members of teams who can sign in. */
export const agentChoices: AnyResource = resource({
  id: 'helpdesk.agent_choices',
  model: User,
  permission: SEEN,
  label: ({ name }) => name,
  scope: (query) =>
    void query.whereNull('disabledAt').whereIn('id', TeamMember.query().select('userId')),
  list: { search: ['firstName', 'lastName'], defaultSort: 'lastName' },
})

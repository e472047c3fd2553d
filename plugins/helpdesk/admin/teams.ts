import {
  resource,
  stateCell,
  type AnyResource,
  type FieldErrors,
  type Values,
  type Viewer,
} from '#core/admin'
import type { Trx } from '#core/platform'
import { agents } from '#plugins/helpdesk/admin/agents'
import { menuLeadsTo } from '#plugins/helpdesk/admin/live_menu'
import { removeUnlessUsed } from '#plugins/helpdesk/admin/remove_used'
import { SET_UP } from '#plugins/helpdesk/admin/rights'
import { Team } from '#plugins/helpdesk/models/team'
import { TeamMember } from '#plugins/helpdesk/models/team_member'

/** Those who work on the same tickets. */
export const teams: AnyResource = resource({
  id: 'helpdesk.teams',
  model: Team,
  permission: SET_UP,
  icon: 'users',
  label: ({ name }) => name,
  list: {
    columns: [
      { name: 'name', sort: true, strong: true },
      { name: 'people', texts: namesOfMembers },
      { name: 'active', value: stateOf, sort: true },
      { name: 'position', sort: true, align: 'end' },
    ],
    search: ['name'],
    filters: [{ name: 'active', kind: 'flag' }],
    defaultSort: 'position',
  },
  form: {
    fields: [
      { name: 'name', kind: 'text', max: 80, unique: true, required: true, width: 'm' },
      {
        name: 'members',
        kind: 'rows',
        of: { model: TeamMember, by: 'teamId', object: 'helpdesk.team_member' },
        fields: [
          { name: 'userId', kind: 'relation', to: () => agents, required: true },
          { name: 'leads', kind: 'flag', hint: true },
        ],
      },
      { name: 'position', kind: 'number', max: 10_000, default: 0, required: true, hint: true },
      { name: 'active', kind: 'flag', default: true, hint: true },
    ],
    check: teamErrors,
  },
  actions: [removeUnlessUsed('teamId', () => teams)],
})

function stateOf({ active }: Team, { t }: Viewer) {
  const word = t(`helpdesk.admin.teams.states.${active ? 'active' : 'inactive'}`)
  return stateCell(active ? 'called' : 'ended', word)
}

async function namesOfMembers(shown: Team[], viewer: Viewer): Promise<Map<number, string>> {
  const ids = shown.map(({ id }) => id)
  const members = await TeamMember.query().whereIn('teamId', ids).preload('user').orderBy('id')
  const names = new Map<number, string[]>()
  for (const { teamId, user } of members) {
    names.set(teamId, [...(names.get(teamId) ?? []), user.name])
  }
  return new Map([...names].map(([id, all]) => [id, viewer.formats().list(all)]))
}

type Asked = { values: Values; record: Team | null; trx: Trx }

async function teamErrors({ values, record, trx }: Asked): Promise<FieldErrors> {
  const errors: FieldErrors = {}
  const seen = new Set<number>()
  for (const [index, { userId }] of ((values.members ?? []) as { userId: number }[]).entries()) {
    if (seen.has(userId)) errors[`members.${index}.userId`] = ownWord('member_twice')
    seen.add(userId)
  }
  const isSwitchedOff = record?.active && !values.active
  if (isSwitchedOff && (await menuLeadsTo('teamId', record.id, trx))) {
    errors.active = ownWord('in_menu')
  }
  return errors
}

const ownWord = (word: string) => `helpdesk.admin.teams.errors.${word}`

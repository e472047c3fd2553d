import { User } from '#core/accounts'
import type { Locale } from '#core/organisation'
import { rows, type Trx } from '#core/platform'
import type { Colleague } from '#plugins/helpdesk/domain/deadline_alarms'
import { TeamMember } from '#plugins/helpdesk/models/team_member'
import type { Ticket } from '#plugins/helpdesk/models/ticket'

type TeamPerson = Colleague & {
  id: number
  email: string
  firstName: string
  name: string
  locale: Locale
}

type PersonRow = {
  id: number
  email: string
  first_name: string
  last_name: string
  locale: Locale
  leads: boolean | number | null
}

/** The members of a ticket's team, and who has the ticket; nobody who may sign in no more. */
export async function teamAround(trx: Trx, { teamId, assigneeId }: Ticket): Promise<TeamPerson[]> {
  const sql = `select u.id, u.email, u.first_name, u.last_name, u.locale, m.leads
    from ${User.table} u left join ${TeamMember.table} m on m.user_id = u.id and m.team_id = ?
    where (m.id is not null or u.id = ?) and u.disabled_at is null order by u.id`
  const found = await rows<PersonRow>(trx, sql, [teamId, assigneeId])
  return found.map(({ id, email, first_name: firstName, last_name: lastName, locale, leads }) => ({
    ...{ id, email, firstName, locale, name: `${firstName} ${lastName}`.trim() },
    ...{ leads: Boolean(leads), hasTicket: id === assigneeId },
  }))
}

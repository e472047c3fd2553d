import type { User } from '#core/accounts'
import type { Ticket } from '#plugins/helpdesk/models/ticket'
import { TeamMember } from '#plugins/helpdesk/models/team_member'
import type { Helpdesk } from '#plugins/helpdesk/tests/helpdesk'
import { signedIn, someStaff } from '#tests/accounts/people'
import type { HtmlForm } from '#tests/kit/forms'
import type { Answer, HttpClient } from '#tests/kit/http'

export const TICKETS = '/admin/helpdesk/tickets'
export const pathOf = ({ id }: Ticket) => `${TICKETS}/${id}`
export const replyOf = ({ id }: Ticket) => `/admin/helpdesk/replies/${id}`

type Agent = { user: User; client: HttpClient }

/** A member of staff of the team, signed in. */
export async function anAgent({ team }: Helpdesk, firstName = 'Ada'): Promise<Agent> {
  const user = await someStaff({ role: 'desk', firstName })
  await TeamMember.create({ teamId: team.id, userId: user.id })
  return { user, client: await signedIn(user) }
}

type Fields = Record<string, string>

/** The form that posts to this address; the bar of the panel has forms of its own. */
export function formOf(page: Answer, path: string): HtmlForm {
  const found = page.forms().find(({ method, action }) => method === 'POST' && action === path)
  if (!found) throw new Error(`No form that posts to ${path} on ${page.url} (${page.status})`)
  return found
}

/** Does with a ticket what its page offers under this name, and returns the page that follows. */
export async function does(client: HttpClient, ticket: Ticket, action: string, fields?: Fields) {
  const page = `${pathOf(ticket)}/${action}`
  return client.follow(await client.submit(formOf(await client.get(page), page), fields))
}

/** Writes on the page of a ticket; the answer as it comes. */
export async function writes(client: HttpClient, ticket: Ticket, fields: Fields): Promise<Answer> {
  const page = replyOf(ticket)
  return client.submit(formOf(await client.get(page), page), fields)
}

import type { HttpContext } from '@adonisjs/core/http'
import { wayTo, type IntakeNode, type Need } from '#plugins/helpdesk/domain/intake'
import { isRunning } from '#plugins/helpdesk/domain/ticket_states'
import type { IntakeVersion } from '#plugins/helpdesk/models/intake_version'
import type { Ticket } from '#plugins/helpdesk/models/ticket'
import { ticketNamed } from '#plugins/helpdesk/presenters/own_ticket'
import { intakeOf } from '#plugins/helpdesk/queries/published_intake'
import { intakePlaceValidator } from '#plugins/helpdesk/validators/ticket'

/** Where the guided menu ended for somebody, in the version that they went through. */
export type IntakePlace = {
  version: IntakeVersion
  way: IntakeNode[]
  key: string
  need: Need
  followUpOf: Ticket | null
}

/** What an address or a form names; null when the menu has no such need. */
export async function intakePlace(ctx: HttpContext): Promise<IntakePlace | null> {
  const [error, asked] = await intakePlaceValidator.tryValidate(ctx.request.all())
  if (error) return null
  const version = await intakeOf(asked.version)
  const way = version && wayTo(version.tree, asked.need)
  const need = way?.at(-1)?.need
  if (!version || !way || !need) return null
  const followUpOf = await followedIn(ctx, asked.follow_up_of)
  return { version, way, key: asked.need, need, followUpOf }
}

/** The own ticket that a new one goes on with; one that still runs needs no follow-up. */
export async function followedIn(ctx: HttpContext, id: unknown): Promise<Ticket | null> {
  if (typeof id !== 'string' || id === '') return null
  const ticket = await ticketNamed(ctx, id)
  return isRunning(ticket.state) ? null : ticket
}

/** The same in an address or in hidden fields. */
export const placeParams = ({ version, key, followUpOf }: IntakePlace) => ({
  need: key,
  version: String(version.id),
  follow_up_of: followUpOf?.publicId,
})

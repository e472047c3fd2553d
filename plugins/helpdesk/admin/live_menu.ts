import db from '@adonisjs/lucid/services/db'
import type { Client } from '#core/platform'
import { needsOf, type Need } from '#plugins/helpdesk/domain/intake'
import { IntakeNode } from '#plugins/helpdesk/models/intake_node'
import { publishedIntake } from '#plugins/helpdesk/queries/published_intake'

/** Whether the menu that customers see, or the one being edited, leads to a team or service level. */
export async function menuLeadsTo(
  what: 'teamId' | 'serviceLevelId',
  id: number,
  client: Client = db.connection()
): Promise<boolean> {
  const drafted = await IntakeNode.query({ client }).where(what, id).first()
  if (drafted) return true
  const live = await publishedIntake(client)
  const needs = live ? needsOf(live.tree).map(({ need }) => need as Need) : []
  return needs.some((need) => need[what] === id)
}

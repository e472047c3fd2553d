import { FormDefinition } from '#core/forms'
import type { Client } from '#core/platform'
import { IntakeNode } from '#plugins/helpdesk/models/intake_node'
import { ServiceLevel } from '#plugins/helpdesk/models/service_level'
import { Team } from '#plugins/helpdesk/models/team'

const LEADS_TO = [
  { model: Team, id: 'team_id' },
  { model: ServiceLevel, id: 'service_level_id' },
  { model: FormDefinition, id: 'form_id' },
] as const

/** Every place of the menu as it is being edited, with the names of what it leads to. */
export async function intakeDraft(client?: Client): Promise<IntakeNode[]> {
  const query = IntakeNode.query({ client }).select(`${IntakeNode.table}.*`)
  for (const { model, id } of LEADS_TO) {
    void query
      .leftJoin(model.table, `${model.table}.id`, `${IntakeNode.table}.${id}`)
      .select(`${model.table}.name as ${id}_name`)
  }
  return query.orderBy(`${IntakeNode.table}.id`)
}

/** Names of the team, the service level and the form of a place that `intakeDraft` read. */
export const namesOf = ({ $extras }: IntakeNode): string[] =>
  LEADS_TO.flatMap(({ id }) => ($extras[`${id}_name`] as string | null) ?? [])

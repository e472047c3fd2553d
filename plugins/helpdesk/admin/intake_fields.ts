import { resourceNamed, type Field, type Values } from '#core/admin'
import { parentField } from '#plugins/helpdesk/admin/parent_field'
import { serviceLevels } from '#plugins/helpdesk/admin/service_levels'
import { teams } from '#plugins/helpdesk/admin/teams'
import { KINDS } from '#plugins/helpdesk/domain/intake'
import { IMPACTS } from '#plugins/helpdesk/domain/priority'
import type { IntakeNode } from '#plugins/helpdesk/models/intake_node'

const ENDS = { field: 'isNeed', is: true }
const GOES_ON = { field: 'isNeed', is: false }
const LAST = 1_000_000

/** A place of the guided menu: what customers read there, and where it leads. */
export const intakeFields: { name: string; fields: Field[] }[] = [
  {
    name: 'place',
    fields: [
      parentField,
      { name: 'label', kind: 'translated', max: 120, required: true, hint: true },
      { name: 'hint', kind: 'translated', max: 300, hint: true },
      { name: 'position', kind: 'number', max: LAST, hint: true },
    ],
  },
  {
    name: 'leads',
    fields: [
      { name: 'isNeed', kind: 'flag', hint: true },
      { name: 'question', kind: 'translated', max: 200, hint: true, when: GOES_ON },
      { name: 'kind', kind: 'choice', choices: KINDS, required: true, hint: true, when: ENDS },
      { name: 'impact', kind: 'choice', choices: IMPACTS, required: true, hint: true, when: ENDS },
      { name: 'teamId', kind: 'relation', to: () => teams, required: true, when: ENDS },
      { name: 'serviceLevelId', kind: 'relation', to: () => serviceLevels, hint: true, when: ENDS },
      {
        name: 'formId',
        kind: 'relation',
        to: () => resourceNamed('forms.definitions'),
        hint: true,
        when: ENDS,
      },
    ],
  },
]

const DECISIONS = { kind: null, impact: null, teamId: null, serviceLevelId: null, formId: null }

/** What the form hid is gone; a place without a number comes last. */
export async function fillPlace(node: IntakeNode, { isNeed, position }: Values): Promise<Values> {
  const gone = isNeed ? { question: null } : DECISIONS
  const filled = { ...gone, position: (position as number | null) ?? LAST }
  node.merge(filled)
  return filled
}

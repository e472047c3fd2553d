import type { Viewer } from '#core/admin'
import { translated } from '#core/organisation'
import type { IntakeNode, IntakeTree } from '#plugins/helpdesk/domain/intake'

type OutlinedPlace = { label: string; note: string; children: OutlinedPlace[] }

/** A published menu from top to bottom, as staff read it. */
export const presentPlaces = ({ children }: IntakeTree, viewer: Viewer): OutlinedPlace[] =>
  children.map((node) => ({
    label: translated(node.label, viewer.locale),
    note: noteOf(node, viewer),
    children: presentPlaces(node, viewer),
  }))

function noteOf({ need, question }: IntakeNode, { t, locale }: Viewer): string {
  if (!need) return translated(question, locale)
  const { kind, impact } = need
  return [
    t(`helpdesk.admin.intake_nodes.choices.kind.${kind}`),
    t(`helpdesk.admin.intake_nodes.choices.impact.${impact}`),
  ].join(' · ')
}

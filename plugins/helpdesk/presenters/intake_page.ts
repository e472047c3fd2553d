import type { Viewer } from '#core/admin'
import { cleanTranslated, currentOrganisation, LOCALES, translated } from '#core/organisation'
import { urlFor } from '#core/platform'
import { intakeProblems } from '#plugins/helpdesk/domain/intake'
import { draftTree, isSameTree } from '#plugins/helpdesk/domain/intake_tree'
import type { IntakeNode } from '#plugins/helpdesk/models/intake_node'
import type { IntakeVersion } from '#plugins/helpdesk/models/intake_version'
import { intakeProblemWords } from '#plugins/helpdesk/presenters/intake_problems'
import { namesOf } from '#plugins/helpdesk/queries/intake_draft'

type Facts = { nodes: readonly IntakeNode[]; latest: IntakeVersion | null; viewer: Viewer }

/** The menu that is being edited as a tree, and what keeps it from customers. */
export async function presentIntake({ nodes, latest, viewer }: Facts) {
  const { defaultLocale } = await currentOrganisation()
  const tree = draftTree(nodes)
  const problems = nodes.length > 0 ? intakeProblems(tree, defaultLocale) : []
  return {
    isEmpty: nodes.length === 0,
    places: branchOf(nodes, null, viewer),
    problems: intakeProblemWords(problems, nodes, viewer).map(({ key, text }) => ({
      text,
      href: editOf(nodes.find((node) => node.key === key)),
    })),
    isChanged: latest !== null && !isSameTree(latest.tree, tree),
    live: latest && liveWords(latest, viewer),
  }
}

const editOf = (node: IntakeNode | undefined) =>
  node ? urlFor('helpdesk.intake_nodes.edit', { id: node.id }) : null

function liveWords({ number, createdAt }: IntakeVersion, { t, formats }: Viewer): string {
  return t('helpdesk.intake.live', { number, since: formats().dateTime(createdAt) })
}

type TreePlace = {
  id: number
  label: string
  note: string
  languages: string
  isNeed: boolean
  edit: string
  add: string
  addLabel: string
  children: TreePlace[]
}

function branchOf(
  nodes: readonly IntakeNode[],
  parentId: number | null,
  viewer: Viewer
): TreePlace[] {
  return nodes
    .filter((node) => node.parentId === parentId)
    .toSorted((one, other) => one.position - other.position || one.id - other.id)
    .map((node) => ({ ...placeOf(node, viewer), children: branchOf(nodes, node.id, viewer) }))
}

function placeOf(node: IntakeNode, viewer: Viewer): Omit<TreePlace, 'children'> {
  const { id, isNeed } = node
  const { t, locale } = viewer
  const label = translated(node.label, locale) || t('helpdesk.intake.unnamed')
  return {
    ...{ id, label, isNeed, note: noteOf(node, viewer), languages: missingLanguages(node, viewer) },
    edit: urlFor('helpdesk.intake_nodes.edit', { id }),
    add: urlFor('helpdesk.intake_nodes.create', {}, { parentId: id }),
    addLabel: t('helpdesk.intake.add_below', { name: label }),
  }
}

/** Of a place that goes on its question, of a need what it decides. */
function noteOf(node: IntakeNode, { t, locale }: Viewer): string {
  const { isNeed, kind, impact, question } = node
  if (!isNeed) return translated(question, locale)
  return [
    ...(kind ? [t(`helpdesk.admin.intake_nodes.choices.kind.${kind}`)] : []),
    ...(impact ? [t(`helpdesk.admin.intake_nodes.choices.impact.${impact}`)] : []),
    ...namesOf(node),
  ].join(' · ')
}

/** "Missing: fr, pl"; nothing when every text that there is stands in every language. */
function missingLanguages({ label, hint, question }: IntakeNode, { t }: Viewer): string {
  const texts = [label, hint, question]
    .map(cleanTranslated)
    .filter((one) => Object.keys(one).length)
  const missing = LOCALES.filter((locale) => texts.some((one) => !one[locale]))
  return missing.length > 0 ? t('helpdesk.intake.missing', { languages: missing.join(', ') }) : ''
}

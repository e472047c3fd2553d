import { isDeepStrictEqual } from 'node:util'
import type { IntakeNode, IntakeTree, Kind, Need } from '#plugins/helpdesk/domain/intake'
import type { Impact } from '#plugins/helpdesk/domain/priority'

type Placed = {
  readonly id: number
  readonly parentId: number | null
  readonly position: number
}

/** A row of the guided menu as it is being edited. */
export type DraftNode = Placed &
  Pick<IntakeNode, 'key' | 'label' | 'hint' | 'question'> & {
    readonly isNeed: boolean
    readonly kind: Kind | null
    readonly impact: Impact | null
    readonly teamId: number | null
    readonly serviceLevelId: number | null
    readonly formId: number | null
  }

/** Siblings as they stand under each other. */
const childrenOf = <N extends Placed>(nodes: readonly N[], parentId: number | null): N[] =>
  nodes
    .filter((node) => node.parentId === parentId)
    .toSorted((one, other) => one.position - other.position || one.id - other.id)

/** The menu that rows make; a need without its decisions is none, so it shows as a dead end. */
export const draftTree = (nodes: readonly DraftNode[]): IntakeTree => ({
  children: branches(nodes, null),
})

const branches = (nodes: readonly DraftNode[], parentId: number | null): IntakeNode[] =>
  childrenOf(nodes, parentId).map((node) => ({
    key: node.key,
    label: node.label,
    hint: written(node.hint),
    question: written(node.question),
    children: branches(nodes, node.id),
    need: needOf(node),
  }))

/** A form leaves no texts behind where nothing was typed. */
const written = (texts: IntakeNode['hint']) =>
  texts && Object.keys(texts).length > 0 ? texts : null

function needOf(node: DraftNode): Need | null {
  const { isNeed, kind, impact, teamId, serviceLevelId, formId } = node
  if (!isNeed || kind === null || impact === null || teamId === null) return null
  return { kind, impact, teamId, serviceLevelId, formId }
}

/** From top to bottom, each with how deep it lies; the first level is 0. */
export const inTreeOrder = <N extends Placed>(
  nodes: readonly N[],
  parentId: number | null = null,
  depth = 0
): { node: N; depth: number }[] =>
  childrenOf(nodes, parentId).flatMap((node) => [
    { node, depth },
    ...inTreeOrder(nodes, node.id, depth + 1),
  ])

/** Ids of everything below a place, the nearest first; it cannot become the parent of its own. */
export function idsBelow(nodes: readonly Placed[], id: number): number[] {
  const below = nodes.filter(({ parentId }) => parentId === id).map((node) => node.id)
  return [...below, ...below.flatMap((one) => idsBelow(nodes, one))]
}

/** Whether customers would see no difference, and tickets come out the same. */
export const isSameTree = (one: IntakeTree, other: IntakeTree): boolean =>
  isDeepStrictEqual(one, other)

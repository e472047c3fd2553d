import type { Impact } from '#plugins/helpdesk/domain/priority'

/** What the organisation makes of a need; no customer reads it (H1). */
export const KINDS = ['incident', 'request'] as const
export type Kind = (typeof KINDS)[number]

/** Texts by language code. */
type Texts = Readonly<Partial<Record<string, string>>>

/** What a need decides for the tickets that come by it. */
export interface Need {
  readonly kind: Kind
  readonly impact: Impact
  readonly teamId: number
  readonly serviceLevelId: number | null
  readonly formId: number | null
}

/** A place of the guided menu: either the way on, or where it ends. */
export interface IntakeNode {
  /** The same in every version. */
  readonly key: string
  readonly label: Texts
  readonly hint: Texts | null
  /** What is asked where one of `children` is chosen. */
  readonly question: Texts | null
  readonly children: readonly IntakeNode[]
  readonly need: Need | null
}

/** The guided menu (H2); `question` is the first one. */
export interface IntakeTree {
  readonly children: readonly IntakeNode[]
}

/** The way from the first question to a place, itself the last; null when there is no such place. */
export function wayTo(tree: IntakeTree, key: string): IntakeNode[] | null {
  for (const node of tree.children) {
    if (node.key === key) return [node]
    const below = wayTo(node, key)
    if (below) return [node, ...below]
  }
  return null
}

/** Every place at which the menu ends, from top to bottom. */
export const needsOf = (tree: IntakeTree): IntakeNode[] =>
  tree.children.flatMap((node) => (node.need ? [node] : needsOf(node)))

/** The menu is a few questions, not a maze. */
export const DEEPEST = 6

export type IntakeProblem = {
  readonly reason: 'empty' | 'dead_end' | 'goes_on' | 'too_deep' | 'no_words'
  /** Null of the menu as a whole. */
  readonly key: string | null
}

/**
 * Why a menu cannot be published: a place that leads nowhere, an end that goes on, more questions
 * than anybody answers, or a place without a name in the language that everybody falls back to.
 */
export function intakeProblems(tree: IntakeTree, locale: string): IntakeProblem[] {
  if (tree.children.length === 0) return [{ reason: 'empty', key: null }]
  return tree.children.flatMap((node) => problemsOf(node, locale, 1))
}

function problemsOf(node: IntakeNode, locale: string, depth: number): IntakeProblem[] {
  const { key, label, children, need } = node
  const own: IntakeProblem['reason'][] = []
  if (!label[locale]?.trim()) own.push('no_words')
  if (depth > DEEPEST) own.push('too_deep')
  if (need && children.length > 0) own.push('goes_on')
  if (!need && children.length === 0) own.push('dead_end')
  return [
    ...own.map((reason) => ({ reason, key })),
    ...(depth > DEEPEST ? [] : children.flatMap((child) => problemsOf(child, locale, depth + 1))),
  ]
}

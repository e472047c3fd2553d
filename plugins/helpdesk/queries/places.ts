import { translated, type Locale } from '#core/organisation'
import type { Client } from '#core/platform'
import { inTreeOrder } from '#plugins/helpdesk/domain/intake_tree'
import { IntakeNode } from '#plugins/helpdesk/models/intake_node'

/** A place of the menu that is being edited, where it lies and what it is called. */
type Place = { id: number; depth: number; isNeed: boolean; label: string; way: string }

/** All of them from top to bottom; `way` is "Printer › It does not print". */
export async function places(locale: Locale, client?: Client): Promise<Place[]> {
  const nodes = await IntakeNode.query({ client }).orderBy('id')
  const above: string[] = []
  return inTreeOrder(nodes).map(({ node: { id, isNeed, label: texts }, depth }) => {
    const label = translated(texts, locale)
    above.splice(depth, Infinity, label)
    return { id, depth, isNeed, label, way: above.join(' › ') }
  })
}

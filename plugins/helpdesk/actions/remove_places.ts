import type { Trx } from '#core/platform'
import { idsBelow } from '#plugins/helpdesk/domain/intake_tree'
import { IntakeNode } from '#plugins/helpdesk/models/intake_node'

/** Removes what lies below a place of the menu that is being edited; below null lies all of it. */
export async function removePlaces(trx: Trx, id: number | null): Promise<void> {
  const nodes = await IntakeNode.query({ client: trx }).orderBy('id')
  const tops = nodes.filter(({ parentId }) => parentId === null).map((node) => node.id)
  const below =
    id === null ? [...tops, ...tops.flatMap((top) => idsBelow(nodes, top))] : idsBelow(nodes, id)
  // From the leaves up: a place goes after those that lie below it.
  for (const one of below.toReversed()) {
    await IntakeNode.query({ client: trx }).where('id', one).delete()
  }
}

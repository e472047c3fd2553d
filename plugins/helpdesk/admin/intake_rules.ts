import type { FieldErrors, Values } from '#core/admin'
import type { Trx } from '#core/platform'
import { DEEPEST } from '#plugins/helpdesk/domain/intake'
import { idsBelow, inTreeOrder } from '#plugins/helpdesk/domain/intake_tree'
import { IntakeNode } from '#plugins/helpdesk/models/intake_node'

type Asked = { values: Values; record: IntakeNode | null; trx: Trx }

const ownWord = (word: string) => `helpdesk.admin.intake_nodes.errors.${word}`

/** Where a place cannot lie, and what it cannot become. */
export async function placeErrors({ values, record, trx }: Asked): Promise<FieldErrors> {
  const nodes = await IntakeNode.query({ client: trx }).orderBy('id')
  const below = record ? idsBelow(nodes, record.id) : []
  const wrong = wrongParent(nodes, { values, record, below })
  return {
    ...(wrong ? { parentId: ownWord(wrong) } : {}),
    ...(values.isNeed && below.length > 0 ? { isNeed: ownWord('goes_on') } : {}),
  }
}

type Placed = Omit<Asked, 'trx'> & { below: readonly number[] }

function wrongParent(nodes: IntakeNode[], { values, record, below }: Placed): string | null {
  const parentId = (values.parentId as number | null) ?? null
  if (parentId === null) return null
  const parent = nodes.find(({ id }) => id === parentId)
  if (!parent) return 'no_parent'
  if (parentId === record?.id || below.includes(parentId)) return 'circle'
  if (parent.isNeed) return 'parent_ends'
  const order = inTreeOrder(nodes)
  const depthOf = (id: number) => order.find(({ node }) => node.id === id)?.depth ?? 0
  const own = record ? depthOf(record.id) : 0
  const tallest = Math.max(0, ...below.map((id) => depthOf(id) - own))
  return depthOf(parentId) + 2 + tallest > DEEPEST ? 'too_deep' : null
}

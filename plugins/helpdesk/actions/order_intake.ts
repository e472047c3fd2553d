import { rows, type Trx } from '#core/platform'
import { inTreeOrder } from '#plugins/helpdesk/domain/intake_tree'
import { IntakeNode } from '#plugins/helpdesk/models/intake_node'

const STEP = 10

/** Numbers all places from top to bottom, so that every list stands in the order of the menu. */
export async function orderIntake(trx: Trx): Promise<void> {
  const nodes = await IntakeNode.query({ client: trx }).orderBy('id')
  for (const [index, { node }] of inTreeOrder(nodes).entries()) {
    const position = (index + 1) * STEP
    if (node.position === position) continue
    await rows(trx, `update ${IntakeNode.table} set position = ? where id = ?`, [position, node.id])
  }
}

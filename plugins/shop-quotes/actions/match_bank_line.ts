import { recordChanged } from '#core/admin'
import { audit } from '#core/audit'
import { transaction, type Actor, type Result, type Trx } from '#core/platform'
import { closeTask } from '#plugins/shop-quotes/actions/close_task'
import { settleBankLine } from '#plugins/shop-quotes/actions/settle_bank_line'
import { lockedOrder } from '#plugins/shop-quotes/actions/take_order_step'
import { BankLine } from '#plugins/shop-quotes/models/bank_line'
import { Task } from '#plugins/shop-quotes/models/task'

type Match = { bankLineId: number; orderId: number; by: Actor }
type Matched = Result<{ left: string | null }, 'matched_already'>

/** Staff know for which order a line is. Its task is done by that. */
export class MatchBankLine {
  handle(match: Match): Promise<Matched> {
    return transaction((trx) => this.#match(trx, match))
  }

  async #match(trx: Trx, { bankLineId, orderId, by }: Match): Promise<Matched> {
    const line = await BankLine.query({ client: trx })
      .where('id', bankLineId)
      .forUpdate()
      .firstOrFail()
    if (line.matchedAt !== null) return { ok: false, reason: 'matched_already' }
    const tasks = await Task.query({ client: trx }).where({ bankLineId }).whereNull('doneAt')
    const order = await lockedOrder(trx, orderId)
    const left = await settleBankLine(trx, { line, order, by })
    for (const task of tasks) await closeTask(trx, task, { decision: order.number, by })
    const about = { object: 'shop-quotes.bank_line', objectId: line.id }
    await audit(trx, { actor: by, action: 'shop-quotes.bank_line_changed', ...about })
    await recordChanged(trx, 'shop-quotes.bank_lines', line.id)
    return { ok: true, left }
  }
}

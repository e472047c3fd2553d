import { listChanged } from '#core/admin'
import { audit } from '#core/audit'
import { clock, randomId, rows, transaction, type Actor, type Trx } from '#core/platform'
import { openTask } from '#plugins/shop-quotes/actions/open_task'
import { settleBankLine } from '#plugins/shop-quotes/actions/settle_bank_line'
import { lockedOrder } from '#plugins/shop-quotes/actions/take_order_step'
import type { ParsedLine } from '#plugins/shop-quotes/domain/bank_lines'
import { BankLine } from '#plugins/shop-quotes/models/bank_line'
import { digestsOf } from '#plugins/shop-quotes/queries/known_bank_lines'
import { ordersOfPurposes } from '#plugins/shop-quotes/queries/orders_to_match'

/** How many lines were new, and what became of these. */
export type Imported = { known: number; settled: number; tasks: number }

const KEEP = `
  insert into ${BankLine.table} (public_id, digest, day, amount_minor, currency, payer, purpose,
    created_at, updated_at, version)
  values (?, ?, ?, ?, ?, ?, ?, ?, ?, 1) on conflict (digest) do nothing returning *`

/** Takes the money that a bank tells of, line by line; a line that is known is left alone. */
export class ImportBankLines {
  async handle({ lines, by }: { lines: readonly ParsedLine[]; by: Actor }): Promise<Imported> {
    const digests = digestsOf(lines)
    const imported: Imported = { known: 0, settled: 0, tasks: 0 }
    for (const [nth, line] of lines.entries()) {
      const took = await transaction((trx) => this.#take(trx, line, { digest: digests[nth], by }))
      imported[took] += 1
    }
    await transaction(async (trx) => {
      const about = { object: 'shop-quotes.bank_line', objectId: 'import' }
      await audit(trx, { actor: by, action: 'shop-quotes.bank_lines_created', ...about })
      await listChanged(trx, 'shop-quotes.bank_lines')
    })
    return imported
  }

  async #take(
    trx: Trx,
    parsed: ParsedLine,
    { digest, by }: { digest: string; by: Actor }
  ): Promise<keyof Imported> {
    const line = await this.#keep(trx, parsed, digest)
    if (!line) return 'known'
    const [named] = await ordersOfPurposes(trx, [line.purpose])
    const { amountMinor, currency } = line
    if (!named) {
      const about = { order: null, bankLineId: line.id, details: { amountMinor, currency } }
      await openTask(trx, { kind: 'unmatched', ...about })
      return 'tasks'
    }
    const order = await lockedOrder(trx, named.id)
    return (await settleBankLine(trx, { line, order, by })) ? 'tasks' : 'settled'
  }

  async #keep(trx: Trx, line: ParsedLine, digest: string): Promise<BankLine | null> {
    const { day, amountMinor, currency, payer, purpose } = line
    const said = [digest, day, amountMinor, currency, payer, purpose]
    const now = clock.now()
    const [kept] = await rows<{ id: number }>(trx, KEEP, [randomId(), ...said, now, now])
    return kept ? BankLine.query({ client: trx }).where('id', kept.id).firstOrFail() : null
  }
}

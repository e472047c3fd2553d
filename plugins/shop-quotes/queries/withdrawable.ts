import { clock, type Trx } from '#core/platform'
import { addDays, dayBounds, localDateOf } from '#core/scheduling'
import { lineShares } from '#plugins/shop-quotes/domain/line_shares'
import {
  isWithdrawable,
  stillOwed,
  WITHDRAWAL_DAYS,
  withdrawalRefusal,
  type NoWithdrawal,
} from '#plugins/shop-quotes/domain/withdrawal'
import type { Order } from '#plugins/shop-quotes/models/order'
import { OrderLine } from '#plugins/shop-quotes/models/order_line'
import { Withdrawal } from '#plugins/shop-quotes/models/withdrawal'

/** A line and what it costs, VAT included. */
export type PaidLine = { line: OrderLine; grossMinor: number }

export type Withdrawable = {
  refusal: NoWithdrawal | null
  /** Last local day on which the customer may withdraw. */
  lastDay: string
  /** What can be withdrawn from, and what the law exempts. */
  lines: PaidLine[]
  others: PaidLine[]
}

/** What of an order can be withdrawn from, and until when; `zone` is the organisation's. */
export async function withdrawableOf(order: Order, zone: string, trx?: Trx): Promise<Withdrawable> {
  const paid = await paidLines(order, trx)
  const lines = paid.map(({ line }) => line)
  return {
    ...withdrawalOf(order, lines, zone),
    lines: paid.filter(({ line }) => isWithdrawable(line)),
    others: paid.filter(({ line }) => !isWithdrawable(line)),
  }
}

async function paidLines(order: Order, trx?: Trx): Promise<PaidLine[]> {
  const query = OrderLine.query({ client: trx }).where('orderId', order.id)
  const lines = await query.orderBy('position')
  const shares = lineShares(lines, order.totals)
  return lines.map((line, nth) => ({ line, grossMinor: shares[nth].grossMinor }))
}

/** The lines that a withdrawal is about, with what they cost. */
export async function withdrawnLines(order: Order, { lineIds }: Withdrawal, trx: Trx) {
  return (await paidLines(order, trx))
    .filter(({ line }) => lineIds.includes(line.id))
    .map(({ line: { withdrawalClass }, grossMinor }) => ({ withdrawalClass, grossMinor }))
}

export type OwedLine = PaidLine & { isPart: boolean }

/** What of each line is still owed, VAT included; all of it where nobody has withdrawn. */
export async function owedLines(order: Order, trx: Trx): Promise<OwedLine[]> {
  const lines = await paidLines(order, trx)
  const withdrawal = await Withdrawal.query({ client: trx }).where('orderId', order.id).first()
  const gone = withdrawal?.lineIds ?? []
  const done = {
    ...{ startedEarly: order.earlyStartAt !== null, performedBp: withdrawal?.performedBp ?? 0 },
  }
  return lines.flatMap(({ line, grossMinor }) => {
    if (!gone.includes(line.id)) return [{ line, grossMinor, isPart: false }]
    const owed = stillOwed({ withdrawalClass: line.withdrawalClass, grossMinor }, done)
    return owed === 0 ? [] : [{ line, grossMinor: owed, isPart: owed !== grossMinor }]
  })
}

/** Whether it can be withdrawn from now, and until when, by lines that were read. */
export function withdrawalOf(
  { state, billing, earlyStartAt, createdAt }: Order,
  lines: readonly Pick<OrderLine, 'withdrawalClass'>[],
  zone: string
): Pick<Withdrawable, 'refusal' | 'lastDay'> {
  const lastDay = addDays(localDateOf(zone, createdAt), WITHDRAWAL_DAYS)
  const isOver = clock.now() >= dayBounds(zone, lastDay).to
  const ordered = { state, buyer: billing.kind, isOver, startedEarly: earlyStartAt !== null }
  return { refusal: withdrawalRefusal(ordered, lines), lastDay }
}

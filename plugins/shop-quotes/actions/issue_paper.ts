import { audit } from '#core/audit'
import { clock, rows, type Actor, type Trx } from '#core/platform'
import { localDateOf } from '#core/scheduling'
import { allotNumber } from '#plugins/shop-quotes/actions/allot_number'
import { partsOf, type Series } from '#plugins/shop-quotes/domain/document_number'
import { owed } from '#plugins/shop-quotes/domain/paid'
import { issueDay, SERIES_OF } from '#plugins/shop-quotes/domain/papers'
import { creditedBy } from '#plugins/shop-quotes/domain/refund_states'
import { Document } from '#plugins/shop-quotes/models/document'
import type { Order } from '#plugins/shop-quotes/models/order'
import type { Refund } from '#plugins/shop-quotes/models/refund'
import { zoneWithin } from '#plugins/shop-quotes/queries/organisation_zone'
import { creditContent, receiptContent } from '#plugins/shop-quotes/queries/paper_content'

/** The receipt of an order whose payments have just reached what is owed; nothing owed needs none. */
export async function issueReceipt(trx: Trx, order: Order, by: Actor): Promise<Document | null> {
  if (owed(order) === 0) return null
  const zone = await zoneWithin(trx)
  const content = await receiptContent(trx, order, zone)
  return issue(trx, order, { kind: 'receipt', content, zone, refundId: null, by })
}

type Credit = { refund: Refund; paidMinor: number; repaidMinor: number; by: Actor }

/**
 * The credit note for a refund, as far as it takes back what the receipt says. Null where there is
 * no receipt, or where only what was too much goes back. The sums are those before the refund.
 */
export async function issueCreditNote(
  trx: Trx,
  order: Order,
  { refund, paidMinor, repaidMinor, by }: Credit
): Promise<Document | null> {
  const papers = await Document.query({ client: trx }).where('orderId', order.id)
  const receipt = papers.find(({ kind }) => kind === 'receipt')
  if (!receipt) return null
  const earlier = papers.filter(({ kind }) => kind === 'credit_note')
  const creditedMinor = earlier.reduce((sum, { totalMinor }) => sum + totalMinor, 0)
  const sums = { totalMinor: receipt.totalMinor, paidMinor, repaidMinor, creditedMinor }
  const amountMinor = creditedBy(refund.amountMinor, sums)
  if (amountMinor === 0) return null
  const zone = await zoneWithin(trx)
  const credit = { refund, amountMinor, receipt, earlier, zone }
  const content = await creditContent(trx, order, credit)
  return issue(trx, order, { kind: 'credit_note', content, zone, refundId: refund.id, by })
}

type Issued = Pick<Document, 'kind' | 'content' | 'refundId'> & { zone: string; by: Actor }

/** Its number is drawn last: whoever draws the next one waits until this transaction ends. */
async function issue(trx: Trx, order: Order, paper: Issued): Promise<Document> {
  const { kind, content, zone, refundId, by } = paper
  const now = clock.now()
  const today = localDateOf(zone, now)
  const number = await allotNumber(trx, SERIES_OF[kind], today)
  const { series, year, nth } = partsOf(number)
  const document = await Document.create(
    {
      ...{ series, year, nth, number, kind, orderId: order.id, refundId, locale: order.locale },
      ...{ content, totalMinor: content.totalMinor, createdAt: now },
      issuedOn: issueDay(today, await lastDayIn(trx, series, year)),
    },
    { client: trx }
  )
  const object = { object: 'shop-quotes.order', objectId: order.id }
  await audit(trx, { actor: by, action: `shop-quotes.${kind}_issued`, ...object })
  return document
}

async function lastDayIn(trx: Trx, series: Series, year: number): Promise<string | null> {
  const sql = `select issued_on from ${Document.table} where series = ? and year = ?
    order by nth desc limit 1`
  const [last] = await rows<{ issued_on: string }>(trx, sql, [series, year])
  return last?.issued_on ?? null
}

import { resource, stateCell, type Action, type AnyResource, type Viewer } from '#core/admin'
import { MatchBankLine } from '#plugins/shop-quotes/actions/match_bank_line'
import { moneyOf, orderOf } from '#plugins/shop-quotes/admin/money_cells'
import { seenByOrder, seenOrders } from '#plugins/shop-quotes/admin/seen_money'
import { BankLine } from '#plugins/shop-quotes/models/bank_line'
import type { Order } from '#plugins/shop-quotes/models/order'

const refused = (reason: string) => ({
  ok: false as const,
  reason: `shop-quotes.admin.bank_lines.refusals.${reason}`,
})

const orderNumbered = (number: string, viewer: Viewer): Promise<Order | null> =>
  seenOrders(viewer).where('number', number.trim().toUpperCase()).first()

/** Staff know better for which order the money is. */
const match: Action<BankLine> = {
  id: 'match',
  permission: 'shop-quotes.work',
  on: ['row', 'palette', 'command'],
  icon: 'link',
  next: true,
  form: [{ name: 'number', kind: 'text', max: 20, required: true, hint: true, width: 's' }],
  when: ({ matchedAt }) => matchedAt === null,
  whyNot: () => 'shop-quotes.admin.bank_lines.refusals.matched_already',
  run: async ({ record, values, viewer }) => {
    const order = await orderNumbered(String(values.number), viewer)
    if (!order) return refused('no_such_order')
    const matching = { bankLineId: record.id, orderId: order.id, by: viewer.actor }
    const matched = await new MatchBankLine().handle(matching)
    if (!matched.ok) return refused(matched.reason)
    const notice = matched.left ? 'matched_with_task' : 'matched'
    return { ok: true, notice: `shop-quotes.admin.bank_lines.notices.${notice}` }
  },
}

const stateOf = ({ matchedAt }: BankLine, { t }: Viewer) => {
  const word = matchedAt === null ? 'unmatched' : 'matched'
  const badge = matchedAt === null ? 'waiting' : 'done'
  return stateCell(badge, t(`shop-quotes.admin.bank_lines.states.${word}`))
}

/** Money that came to the account, as the bank tells it. */
export const bankLines: AnyResource = resource({
  id: 'shop-quotes.bank_lines',
  model: BankLine,
  permission: { view: 'shop-quotes.view', manage: null },
  personal: true,
  icon: 'landmark',
  live: true,
  scope: seenByOrder,
  preload: ['order'],
  label: ({ payer, purpose }) => payer ?? purpose,
  list: {
    columns: [
      { name: 'day', sort: true, format: 'date', strong: true },
      { name: 'payer', sort: true, emptyLast: true },
      { name: 'purpose' },
      { name: 'amountMinor', value: moneyOf, sort: true, align: 'end' },
      { name: 'order', value: (line) => orderOf(line) },
      { name: 'state', value: stateOf },
    ],
    search: ['payer', 'purpose'],
    filters: [{ name: 'day', kind: 'days' }],
    tabs: [
      { name: 'unmatched', keep: (query) => void query.whereNull('matchedAt') },
      { name: 'all', keep: () => {} },
    ],
    defaultSort: '-day',
    add: { route: 'shop-quotes.bank_imports.create', permission: 'shop-quotes.work' },
  },
  show: {
    columns: [
      { name: 'day', format: 'date' },
      { name: 'payer' },
      { name: 'purpose' },
      { name: 'amountMinor', value: moneyOf },
      { name: 'order', value: (line) => orderOf(line) },
      { name: 'state', value: stateOf },
      { name: 'createdAt' },
    ],
  },
  actions: [match],
})

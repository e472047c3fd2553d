import { stateCell, type BadgeState, type Panel, type Viewer } from '#core/admin'
import { urlFor } from '#core/platform'
import { stillToPay } from '#plugins/shop-quotes/domain/paid'
import type { AttemptState } from '#plugins/shop-quotes/domain/payment_states'
import type { RefundState } from '#plugins/shop-quotes/domain/refund_states'
import type { Order } from '#plugins/shop-quotes/models/order'
import type { Payment } from '#plugins/shop-quotes/models/payment'
import type { Refund } from '#plugins/shop-quotes/models/refund'
import { moneyOf } from '#plugins/shop-quotes/queries/money_of'

const BADGES: Record<AttemptState | RefundState, BadgeState> = {
  created: 'waiting',
  redirected: 'waiting',
  awaited: 'waiting',
  settled: 'done',
  failed: 'problem',
  cancelled: 'ended',
  expired: 'ended',
  asked: 'waiting',
  made: 'done',
}

type Line = { at: number; cells: ReturnType<typeof cellsOf> }

/** What was paid and paid back, what is open, and the papers about it. */
export const moneyPanel: Panel<Order> = {
  id: 'money',
  view: 'shop_quotes::admin/money',
  data: async (order, viewer) => {
    const { payments, refunds, documents } = await moneyOf(order)
    const lines: Line[] = [
      ...payments.map((payment) => lineOf(payment, order, viewer)),
      ...refunds.map((refund) => lineOf(refund, order, viewer)),
    ]
    const { t, formats } = viewer
    return {
      figures: figuresOf(order, viewer),
      columns: ['kind', 'day', 'state', 'amount'].map((column) => ({
        label: t(`shop-quotes.admin.orders.money.${column}`),
        ...(column === 'amount' ? { align: 'end' } : {}),
      })),
      rows: lines.toSorted((one, other) => one.at - other.at),
      papers: documents
        .toSorted((one, other) => one.id - other.id)
        .map(({ id, kind, number, issuedOn }) => ({
          label: [t(`shop-quotes.documents.kinds.${kind}`), number].join(' '),
          note: formats().dayShortDate(issuedOn),
          href: urlFor('shop-quotes.order_documents.show', { id }),
        })),
    }
  },
}

function figuresOf(order: Order, { t, formats }: Viewer) {
  const { currency, paidMinor, repaidMinor, withdrawnMinor } = order
  const open = stillToPay(order)
  const figure = (name: string, minor: number) => ({
    label: t(`shop-quotes.admin.orders.money.${name}`),
    value: formats().money(minor, currency),
  })
  const released = {
    label: t('shop-quotes.withdrawal.released'),
    value: formats().money(withdrawnMinor, currency),
  }
  return [
    ...(withdrawnMinor > 0 ? [released] : []),
    figure('paid', paidMinor),
    ...(repaidMinor > 0 ? [figure('repaid', repaidMinor)] : []),
    ...(open > 0 ? [figure('open', open)] : []),
  ]
}

const isRefund = (money: Payment | Refund): money is Refund => 'reason' in money

function lineOf(money: Payment | Refund, order: Order, viewer: Viewer): Line {
  return { at: money.createdAt, cells: cellsOf(money, order, viewer) }
}

function cellsOf(money: Payment | Refund, { currency }: Order, { t, formats }: Viewer) {
  const { method, state, valueDay, amountMinor } = money
  const isBack = isRefund(money)
  const words = (key: string) => t(`shop-quotes.admin.orders.${key}`)
  return [
    {
      text: words(isBack ? 'money.refund' : 'money.payment'),
      note: [words(`choices.method.${method}`), isBack ? money.reason : money.note]
        .filter(Boolean)
        .join(' · '),
    },
    valueDay ? formats().dayShortDate(valueDay) : '–',
    stateCell(BADGES[state], words(`money.states.${state}`)),
    formats().money(isBack ? -amountMinor : amountMinor, currency),
  ]
}

import { resource, type Action, type AnyResource } from '#core/admin'
import { decimalsOf } from '#core/organisation'
import { AskProvider } from '#plugins/shop-quotes/actions/ask_provider'
import { RepayThroughProvider } from '#plugins/shop-quotes/actions/repay_through_provider'
import { attemptStateOf, methodOf, moneyOf, orderOf } from '#plugins/shop-quotes/admin/money_cells'
import { seenByOrder } from '#plugins/shop-quotes/admin/seen_money'
import { ATTEMPT_STATES, METHODS, OPEN_ATTEMPTS } from '#plugins/shop-quotes/domain/payment_states'
import { Payment } from '#plugins/shop-quotes/models/payment'

const isOpenAtProvider = ({ method, state }: Payment): boolean =>
  method === 'stripe' && OPEN_ATTEMPTS.some((open) => open === state)

/** A message that has not come. */
const ask: Action<Payment> = {
  id: 'ask',
  permission: 'shop-quotes.work',
  on: ['row', 'palette', 'command'],
  icon: 'refresh-cw',
  when: isOpenAtProvider,
  whyNot: () => 'shop-quotes.admin.payments.not_open',
  run: async ({ record }) => {
    const asked = await new AskProvider().handle({ paymentId: record.id })
    return asked.ok
      ? { ok: true, notice: 'shop-quotes.payments.said.asked' }
      : { ok: false, reason: 'shop-quotes.payments.said.provider_down' }
  },
}

/** Part or all of it goes back the way it came. */
const repay: Action<Payment> = {
  id: 'repay',
  permission: 'shop-quotes.work',
  on: ['row', 'palette', 'command'],
  icon: 'undo-2',
  danger: true,
  form: [
    {
      name: 'amount',
      kind: 'number',
      decimals: 2,
      min: 0.01,
      max: 99_999_999,
      required: true,
      width: 's',
    },
    { name: 'reason', kind: 'long_text', max: 2000, required: true, hint: true },
  ],
  when: ({ method, state, orderId }) =>
    method === 'stripe' && state === 'settled' && orderId !== null,
  whyNot: () => 'shop-quotes.admin.payments.refusals.not_of_provider',
  run: async ({ record, values, viewer }) => {
    const amountMinor = Math.round(Number(values.amount) * 10 ** decimalsOf(record.currency))
    const wish = { paymentId: record.id, amountMinor, reason: String(values.reason) }
    const asked = await new RepayThroughProvider().handle({ ...wish, by: viewer.actor })
    return asked.ok
      ? { ok: true, notice: 'shop-quotes.admin.payments.notices.repay' }
      : { ok: false, reason: `shop-quotes.admin.payments.refusals.${asked.reason}` }
  },
}

/** Tries to pay, and money that came. */
export const payments: AnyResource = resource({
  id: 'shop-quotes.payments',
  model: Payment,
  permission: { view: 'shop-quotes.view', manage: null },
  personal: true,
  icon: 'credit-card',
  scope: seenByOrder,
  preload: ['order'],
  label: ({ order, publicId }) => order?.number ?? publicId,
  list: {
    columns: [
      { name: 'createdAt', sort: true, strong: true },
      { name: 'order', value: (payment) => orderOf(payment) },
      { name: 'method', value: methodOf, sort: true },
      { name: 'amountMinor', value: moneyOf, sort: true, align: 'end' },
      { name: 'state', value: attemptStateOf, sort: true },
      { name: 'valueDay', sort: true, format: 'date', emptyLast: true },
    ],
    search: ['providerReference', 'publicId'],
    filters: [
      { name: 'method', kind: 'choice', choices: METHODS, label: labelOf },
      { name: 'state', kind: 'choice', choices: ATTEMPT_STATES },
      { name: 'valueDay', kind: 'days' },
    ],
    defaultSort: '-createdAt',
  },
  show: {
    columns: [
      { name: 'order', value: (payment) => orderOf(payment) },
      { name: 'method', value: methodOf },
      { name: 'amountMinor', value: moneyOf },
      { name: 'state', value: attemptStateOf },
      { name: 'createdAt' },
      { name: 'settledAt' },
      { name: 'valueDay', format: 'date' },
      { name: 'providerReference' },
      { name: 'note' },
    ],
  },
  actions: [ask, repay],
})

function labelOf(method: string, { t }: { t: (key: string) => string }): string {
  return t(`shop-quotes.payments.methods.${method}.label`)
}

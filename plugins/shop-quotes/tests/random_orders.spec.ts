import { test } from '@japa/runner'
import { clock, transaction, type Actor } from '#core/platform'
import { AnswerOrder } from '#plugins/shop-quotes/actions/answer_order'
import { expireOrders } from '#plugins/shop-quotes/actions/expire_orders'
import { RefundOrder } from '#plugins/shop-quotes/actions/refund_order'
import { TakeDeskStep } from '#plugins/shop-quotes/actions/take_desk_step'
import { lockedOrder, takeOrderStep } from '#plugins/shop-quotes/actions/take_order_step'
import { WithdrawOrder } from '#plugins/shop-quotes/actions/withdraw_order'
import type { Doer, OrderStep } from '#plugins/shop-quotes/domain/order_states'
import { Document } from '#plugins/shop-quotes/models/document'
import { Entry } from '#plugins/shop-quotes/models/entry'
import type { Order } from '#plugins/shop-quotes/models/order'
import { OrderModel } from '#plugins/shop-quotes/tests/order_model'
import {
  aCustomer,
  aKey,
  anOrder,
  asStaff,
  NOW,
  orderNow,
  pay,
  TOTAL,
} from '#plugins/shop-quotes/tests/ordered'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import { chance } from '#tests/kit/nonsense'
import { repetitions } from '#tests/kit/repetitions'

type Way = [step: OrderStep | 'pay' | 'refund', by: Doer]

const WAYS: Way[] = [
  ...['pay', 'pay', 'pay', 'refund', 'refund', 'start', 'complete', 'cancel'].map((step): Way => [
    step as OrderStep,
    'staff',
  ]),
  ...['honour', 'honour', 'repay', 'repay', 'write', 'note'].map((step): Way => [
    step as OrderStep,
    'staff',
  ]),
  ['withdraw', 'customer'],
  ['withdraw', 'customer'],
  ['refund', 'staff'],
  ['cancel', 'customer'],
  ['write', 'customer'],
  ...['expire', 'expire', 'expire'].map((step): Way => [step as OrderStep, 'time']),
]
/** What people pay and get back: all, parts of it, and too much. */
const AMOUNTS = [TOTAL, TOTAL, 1000, 2870, 1, TOTAL + 500]
const LONG = 12
const DAY = 86_400_000
const PAUSES = [0, 0, 0, 1, 2, 9]

test.group('Orders at random', (group) => {
  group.each.setup(() => freshDatabase())
  const begin = frozenAt(group, NOW)

  test('S12 whatever customers, staff, money and time do, the tables tell what became of it', async ({
    assert,
  }) => {
    const whole = chance(20_270_112)
    const runs = repetitions('random lives of an order', {
      test: 200,
      proof: 2000,
      postgres: 500,
    })
    const [staff, customer] = [await asStaff(), await aCustomer()]
    const seen: Record<string, number> = {}
    for (let run = 0; run < runs; run++) {
      clock.freeze(begin)
      let order = await anOrder({ customer })
      const model = new OrderModel(TOTAL, order.expiresAt!)
      for (let nth = 0; nth < LONG; nth++) {
        clock.freeze(clock.now() + PAUSES[whole(PAUSES.length)] * DAY)
        const [step, by] = WAYS[whole(WAYS.length)]
        const amount = AMOUNTS[whole(AMOUNTS.length)]
        const expected = foretold(model, { step, by, amount })
        const done = await act(order, { step, by, amount, staff })
        order = await orderNow(order.id)
        const where = `${step} by ${by} in run ${run}`
        assert.equal(done, expected, where)
        const { state, paidMinor, repaidMinor, paymentState } = order
        assert.deepEqual(
          [state, paidMinor, repaidMinor, paymentState],
          [model.state, model.paid, model.repaid, model.payment],
          where
        )
        const key = `${step} ${done ? 'ok' : 'refused'}`
        seen[key] = (seen[key] ?? 0) + 1
      }
      assert.deepEqual(await papersOf(order), [model.receipts, model.credited])
      await assertTold(assert, order)
    }
    console.log(`      ${runs} runs: ${JSON.stringify(seen)}`)
    assert.isTrue(WAYS.every(([step]) => seen[`${step} ok`] > 0))
  }).timeout(1_200_000)
})

type Doing = { step: Way[0]; by: Doer; amount: number }

/** What the model says of it, and the model after it. */
function foretold(model: OrderModel, { step, by, amount }: Doing): boolean {
  if (step === 'pay') {
    model.receive(amount)
    return true
  }
  if (step === 'refund') return model.payBack(amount)
  const may = model.may(step, by, clock.now())
  if (may) model.take(step, by)
  return may
}

async function act(order: Order, doing: Doing & { staff: Actor }): Promise<boolean> {
  const { step, by, amount: amountMinor, staff } = doing
  const { id: orderId, version: seen, customerId } = order
  const text = `${step} …`
  switch (step) {
    case 'pay':
      return (await pay(order, staff, amountMinor)).paidMinor > order.paidMinor
    case 'refund': {
      const asked = { orderId, seen, amountMinor, reason: text, formKey: aKey(), by: staff }
      const paidBack = { ...asked, method: 'desk', valueDay: '2027-01-12' } as const
      return (await new RefundOrder().handle(paidBack)).ok
    }
    case 'expire':
      await expireOrders()
      return order.state === 'placed' && (await orderNow(orderId)).state === 'expired'
    case 'withdraw': {
      const own = { name: 'Bea', email: 'bea@example.org', zone: 'Europe/Rome' }
      const by = { kind: 'customer', id: customerId } as const
      await new WithdrawOrder().handle({ ...own, orderId, by })
      return (await orderNow(orderId)).version > seen
    }
    case 'settle':
      return stepOf(orderId, step, { kind: 'customer', id: customerId })
    case 'write':
    case 'complete':
    case 'note': {
      if (by === 'customer') return stepOf(orderId, step, { kind: 'customer', id: customerId })
      const words = { formKey: aKey(), orderId, word: step, text, files: [], seen, by: staff }
      return (await new AnswerOrder().handle(words)).ok
    }
    default:
      if (by === 'customer') return stepOf(orderId, step, { kind: 'customer', id: customerId })
      return (await new TakeDeskStep().handle({ orderId, step, text, by: staff })).ok
  }
}

/** What the customer does, by the state table alone. */
const stepOf = (orderId: number, step: OrderStep, by: Actor): Promise<boolean> =>
  transaction(async (trx) => {
    return (await takeOrderStep(trx, await lockedOrder(trx, orderId), { step, by })).ok
  })

/** How many receipts there are, and what credit notes have taken back. */
async function papersOf({ id }: Order): Promise<[number, number]> {
  const papers = await Document.query().where('orderId', id)
  const credits = papers.filter(({ kind }) => kind === 'credit_note')
  const credited = credits.reduce((sum, { totalMinor }) => sum + totalMinor, 0)
  return [papers.length - credits.length, credited]
}

/** Its entries lead from state to state without a gap, and the last says the one it is in. */
async function assertTold(
  assert: { deepEqual: (a: unknown, b: unknown) => void },
  { id, state }: Order
) {
  const entries = await Entry.query().where('orderId', id).orderBy('id')
  const froms = entries.slice(1).map(({ fromState }) => fromState)
  assert.deepEqual(
    [...froms, state],
    entries.map(({ toState }) => toState)
  )
}

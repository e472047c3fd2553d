import { clock, SYSTEM, transaction, type Result, type Trx } from '#core/platform'
import { localDateOf } from '#core/scheduling'
import { receiveMoney } from '#plugins/shop-quotes/actions/receive_money'
import { lockedOrder } from '#plugins/shop-quotes/actions/take_order_step'
import { tooLittle, type Trial } from '#plugins/shop-quotes/domain/trial'
import { OPEN_ATTEMPTS } from '#plugins/shop-quotes/domain/payment_states'
import { Payment } from '#plugins/shop-quotes/models/payment'
import { offeredMethods } from '#plugins/shop-quotes/queries/offered_methods'
import { organisationZone } from '#plugins/shop-quotes/queries/organisation_zone'

type Played = Result<object, 'not_now'>

/** Does what a provider would, on the same way; for trying things out. */
export class PlayProvider {
  async handle(input: { orderId: number; outcome: Trial }): Promise<Played> {
    if (!(await offeredMethods()).includes('test')) return { ok: false, reason: 'not_now' }
    const valueDay = localDateOf(await organisationZone(), clock.now())
    return transaction((trx) => this.#play(trx, { ...input, valueDay }))
  }

  async #play(
    trx: Trx,
    { orderId, outcome, valueDay }: { orderId: number; outcome: Trial; valueDay: string }
  ): Promise<Played> {
    const order = await lockedOrder(trx, orderId)
    const payment = await Payment.query({ client: trx })
      .where({ orderId, method: 'test' })
      .whereIn('state', OPEN_ATTEMPTS)
      .first()
    if (!payment) return { ok: false, reason: 'not_now' }
    if (outcome === 'fails') {
      const version = payment.version + 1
      await payment.merge({ state: 'failed', version, updatedAt: clock.now() }).save()
      return { ok: true }
    }
    const { amountMinor: due, currency } = payment
    const amountMinor = outcome === 'pays' ? due : tooLittle(due)
    const money = { amountMinor, currency }
    await receiveMoney(trx, order, payment, { by: SYSTEM, doer: 'provider', valueDay, money })
    return { ok: true }
  }
}

import { defineJob, defineSchedule } from '#core/jobs'
import { clock, transaction } from '#core/platform'
import { removeLines } from '#plugins/shop-quotes/actions/adopt_carts'
import { Cart } from '#plugins/shop-quotes/models/cart'
import { linesOf } from '#plugins/shop-quotes/queries/cart_lines'

const KEPT_FOR = 30 * 86_400_000

/** Carts that nobody has touched for 30 days go, with what was answered. */
export const PurgeCarts = defineJob({
  id: 'shop-quotes.purge_carts',
  async handle() {
    const before = clock.now() - KEPT_FOR
    const stale = Cart.query().where('state', 'open').where('updatedAt', '<', before)
    for (const { id } of await stale.select('id').orderBy('id')) {
      await transaction(async (trx) => {
        const found = Cart.query({ client: trx }).where({ id, state: 'open' })
        const cart = await found.where('updatedAt', '<', before).forUpdate().first()
        if (!cart) return
        await removeLines(trx, await linesOf(trx, id))
        await Cart.query({ client: trx }).where({ id }).delete()
      })
    }
  },
})

export const purgeCartsNightly = defineSchedule({
  id: 'shop-quotes.purge_carts',
  cron: '23 3 * * *',
  job: PurgeCarts,
  payload: {},
})

import type { Query } from '#core/admin'
import { TO_DO } from '#plugins/shop-quotes/domain/order_states'
import type { Order } from '#plugins/shop-quotes/models/order'

type Orders = Query<Order>

/** They are paid, and something has to be done for them; not where all of it has gone back. */
export const keepToDo = (query: Orders) =>
  void query.whereIn('state', [...TO_DO]).whereNot('paymentState', 'refunded')

const keepToRepay = (query: Orders) =>
  void query.where((due) => {
    void due.where('state', 'withdrawal_requested').orWhere('paymentState', 'overpaid')
  })

/** What there is to do first, the longest waiting first. */
export const orderTabs = [
  { name: 'to_do', keep: keepToDo, sort: 'createdAt' },
  {
    name: 'unpaid',
    keep: (query: Orders) => void query.where('state', 'placed'),
    sort: 'createdAt',
  },
  { name: 'to_repay', keep: keepToRepay, sort: 'changedAt' },
  { name: 'done', keep: (query: Orders) => void query.where('state', 'completed') },
  { name: 'all', keep: () => {} },
]

import type { Query } from '#core/admin'
import type { Order } from '#plugins/shop-quotes/models/order'

type Orders = Query<Order>

/** They are paid, and something has to be done for them. */
export const keepToDo = (query: Orders) => void query.whereIn('state', ['paid', 'in_progress'])

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

import type { RouteGroups } from '#core/platform'

const documents = () => import('#plugins/shop-quotes/controllers/documents_controller')
const orderDocuments = () => import('#plugins/shop-quotes/controllers/order_documents_controller')
const replies = () => import('#plugins/shop-quotes/controllers/order_replies_controller')
const payments = () => import('#plugins/shop-quotes/controllers/order_payments_controller')
const refunds = () => import('#plugins/shop-quotes/controllers/order_refunds_controller')

/** Orders at the desk, and their papers for both sides. */
export function orderRoutes({ account, staff }: RouteGroups): void {
  account.get('/documents/:id', [documents, 'show'], { name: 'documents.show' })

  const view = { permission: 'shop-quotes.view' }
  const work = { permission: 'shop-quotes.work' }
  const upload = true
  staff.get('/order-documents/:id', [orderDocuments, 'show'], {
    ...{ name: 'order_documents.show', ...view },
  })
  staff.get('/order-replies/:id', [replies, 'create'], { name: 'order_replies.create', ...work })
  staff.post('/order-replies/:id', [replies, 'store'], {
    ...{ name: 'order_replies.store', upload, ...work },
  })
  staff.get('/order-payments/:id', [payments, 'create'], {
    ...{ name: 'order_payments.create', ...work },
  })
  staff.post('/order-payments/:id', [payments, 'store'], {
    ...{ name: 'order_payments.store', ...work },
  })
  staff.get('/order-refunds/:id', [refunds, 'create'], { name: 'order_refunds.create', ...work })
  staff.post('/order-refunds/:id', [refunds, 'store'], { name: 'order_refunds.store', ...work })
}

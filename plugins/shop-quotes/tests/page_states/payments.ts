import type { Page } from 'playwright-core'
import type { TestServer } from '#tests/kit/servers'
import type { PageState } from '#plugins/shop-quotes/tests/page_states/catalogue'

const send = (page: Page) => page.locator('main form.form button[type=submit]').click()

type Placed = { public_id: string; id: number }

/** S5: how an order of the demo's customer is paid, in each way. */
export async function paymentStates(server: TestServer): Promise<PageState[]> {
  const placed = await server.query<Placed>(
    `select o.id, o.public_id from shop_quotes_orders o
     join shop_quotes_payments p on p.order_id = o.id and p.state in ('created', 'awaited')
     join customers_customers c on c.id = o.customer_id
     where o.state = 'placed' and c.user_id is not null order by o.id limit 1`
  )
  if (placed.length === 0) return []
  const [{ public_id: id }] = placed
  const path = `/account/shop-quotes/orders/${id}/payment`
  return [
    { name: 'payment', route: 'payments.create', path },
    { name: 'payment without a choice', route: 'payments.create', path, act: send },
  ]
}

import type { Page } from 'playwright-core'
import type { PageState } from '#tests/kit/page_states'

const send = (page: Page) => page.locator('main form.form button[type=submit]').click()

const choose = (method: string) => async (page: Page) => {
  await page.check(`[name=method][value=${method}]`)
  await send(page)
}

/**
 * S5: how an order is paid, in each way that the demo offers.
 *
 * @param order public id of an order of the demo's customer that waits for its payment
 */
export function paymentStates(order: string): PageState[] {
  const path = `/account/shop-quotes/orders/${order}/payment`
  const state = (name: string, act?: PageState['act']): PageState => ({
    ...{ name, route: 'payments.create', path, chained: true },
    ...(act ? { act } : {}),
  })
  return [
    state('payment'),
    state('payment without a choice', send),
    state('payment at the desk', choose('desk')),
    state('test payment', choose('test')),
    state('test payment that failed', (page) => page.click('[name=outcome][value=fails]')),
    state('payment by transfer', choose('bank_transfer')),
  ]
}

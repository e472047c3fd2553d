import type { Page } from 'playwright-core'
import { demoPerson } from '#tests/kit/demo_people'
import { aPdf } from '#tests/files/corpus'
import type { HttpClient } from '#tests/kit/http'
import type { TestServer } from '#tests/kit/servers'
import type { PageState } from '#tests/kit/page_states'

const ACCOUNT = '/account/shop-quotes'
const CHECKOUT = `${ACCOUNT}/checkout`

const send = (page: Page) => page.locator('main form.form .actions button').click()

/** Answers for whatever the forms of the demo ask that has to be answered. */
function answersFor(text: string): Record<string, string | File> {
  const asked = [...text.matchAll(/<(input|select|textarea)[^>]*name="(answers\[\w+\])"[^>]*>/g)]
  return Object.fromEntries(asked.map(([tag, , name]) => [name, answerTo(tag, text, name)]))
}

function answerTo(tag: string, text: string, name: string): string | File {
  if (/type="file"/.test(tag))
    return new File([new Uint8Array(aPdf())], 'a.pdf', { type: 'application/pdf' })
  const value = /value="([^"]+)"/.exec(tag)?.[1]
  if (/type="(radio|checkbox)"/.test(tag)) return value ?? 'on'
  if (/type="number"/.test(tag)) return '1'
  if (tag.startsWith('<select')) {
    const from = text.indexOf(`name="${name}"`)
    return /<option value="([^"]+)"/.exec(text.slice(from))![1]
  }
  return /date/.test(tag) ? '2026-12-01' : 'A'
}

async function adds(client: HttpClient, slug: string): Promise<void> {
  const path = `/shop/services/${slug}/form`
  const page = await client.get(path)
  const own = page.form('/form').fields as Record<string, string>
  const sent = await client.upload(path, { ...own, ...answersFor(page.text) })
  if (sent.status !== 303) throw new Error(`${slug} answered ${sent.status}`)
}

/** Public ids of what somebody has, newest last. */
const idsIn = async (server: TestServer, table: string): Promise<string[]> =>
  (await server.query<{ public_id: string }>(`select public_id from ${table} order by id`)).map(
    (row) => row.public_id
  )

/** Buys what lies in the cart; the page of the order. */
async function buys(client: HttpClient): Promise<string> {
  const form = (await client.get(CHECKOUT)).form('/checkout')
  const address = { street: 'Calle Mayor 4', postal_code: '28013', city: 'Madrid' }
  const person = { ...address, kind: 'person', country: 'ES', tax_id: '12345678Z' }
  const chosen = await client.submit(form, 'profile' in form.fields ? {} : person)
  const last = (await client.follow(chosen)).form('/payment')
  const { location, status } = await client.submit(last, { method: 'test', terms: 'on' })
  if (!location) throw new Error(`Ordering answered ${status}`)
  return location
}

/** What was bought stands like that, as staff or time have left it. */
const stands = (server: TestServer, order: string, values: string) =>
  server.query(`update shop_quotes_orders set ${values} where public_id = ?`, [
    order.split('/').at(-1),
  ])

type Paid = { toChoose: string; chosen: string }

/** S11: a paid order whose appointment waits to be chosen, and one that has it. */
async function appointmentStates(
  server: TestServer,
  client: HttpClient,
  { toChoose, chosen }: Paid
): Promise<PageState[]> {
  const paths: string[] = []
  for (const order of [toChoose, chosen]) {
    await stands(server, order, `state = 'paid', payment_state = 'paid', paid_minor = total_minor`)
    const { text } = await client.get(order)
    paths.push(/\/account\/shop-quotes\/appointments\/[\w-]{22}/.exec(text)![0])
  }
  const [times, own] = paths
  const page = await client.get(own)
  const [, startsAt] = /name="starts_at" value="(\d+)"/.exec(page.text)!
  await client.submit(page.form(own), { starts_at: startsAt })
  const state = (name: string, route: string, path: string): PageState => ({ name, route, path })
  return [
    state('order whose appointment is to be chosen', 'mine.orders.show', toChoose),
    state('order with its appointment', 'mine.orders.show', chosen),
    state('times of an appointment', 'own_appointments.create', times),
    state('move of an appointment', 'appointment_moves.create', `${own}/move`),
    state(
      'cancellation of an appointment',
      'appointment_cancellations.create',
      `${own}/cancellation`
    ),
  ]
}

/** S2–S6, S11, S12: carts, the checkout, billing data and own orders in every state. */
export async function cartStates(server: TestServer): Promise<PageState[]> {
  const client = server.client()
  const answer = await client.post('/sign-in', demoPerson(server, 'customer'))
  if (answer.status !== 303) throw new Error(`Signing in answered ${answer.status}`)
  const orders: string[] = []
  const slugs = ['lens-replacement', 'eye-test', 'lens-replacement', 'eye-test', 'eye-test']
  for (const slug of slugs) {
    await adds(client, slug)
    orders.push(await buys(client))
  }
  const [placed, done, over, toChoose, chosen] = orders
  await stands(server, done, `state = 'completed', payment_state = 'paid', outcome = 'Done.'`)
  await stands(server, over, `state = 'expired'`)
  const appointments = await appointmentStates(server, client, { toChoose, chosen })
  await server.query(`update shop_quotes_order_lines set withdrawal_class = 'begun'`)
  for (const slug of ['lens-replacement', 'eye-test', 'document-translation']) {
    await adds(client, slug)
  }
  await client.submit((await client.get(CHECKOUT)).form('/checkout'))
  await server.query(
    `update shop_quotes_cart_lines set seen_price = '{"priceMinor":100,"basis":"gross","rateBp":0}'`
  )
  const line = (await idsIn(server, 'shop_quotes_cart_lines'))[0]
  const profile = (await idsIn(server, 'shop_quotes_billing_profiles'))[0]
  const page = (name: string, route: string, path: string): PageState => ({ name, route, path })
  const wrong = (name: string, route: string, path: string) => ({
    ...page(name, route, path),
    act: send,
  })
  const billing = `${ACCOUNT}/billing`
  return [
    { ...page('empty cart', 'cart.show', '/shop/cart'), signedOut: true },
    page('cart', 'cart.show', '/shop/cart?told=added'),
    page('quote cart', 'quote_cart.show', '/shop/quote-cart'),
    page('form of a service', 'lines.create', '/shop/services/lens-replacement/form'),
    wrong('form without answers', 'lines.create', '/shop/services/lens-replacement/form'),
    page('line', 'lines.edit', `/shop/lines/${line}`),
    page('removal of a line', 'line_removals.create', `/shop/lines/${line}/removal`),
    page('checkout', 'checkout.edit', CHECKOUT),
    page('checkout with other data', 'checkout.edit', `${CHECKOUT}?with=new`),
    wrong('checkout without data', 'checkout.edit', `${CHECKOUT}?with=new`),
    page('last step', 'checkout_payment.create', `${CHECKOUT}/payment`),
    wrong('last step without a choice', 'checkout_payment.create', `${CHECKOUT}/payment`),
    page('orders', 'mine.orders.index', `${ACCOUNT}/orders`),
    page('empty page of orders', 'mine.orders.index', `${ACCOUNT}/orders?page=9`),
    page('placed order', 'mine.orders.show', placed),
    page('order that is done', 'mine.orders.show', done),
    page('order that is over', 'mine.orders.show', over),
    ...appointments,
    page('message', 'order_messages.create', `${placed}/message`),
    wrong('message without a word', 'order_messages.create', `${placed}/message`),
    page('cancellation', 'order_cancellations.create', `${placed}/cancellation`),
    page('withdrawal', 'withdrawals.create', `${placed}/withdrawal`),
    wrong('declaration of a withdrawal', 'withdrawals.create', `${placed}/withdrawal`),
    {
      ...page('withdrawal without a name', 'withdrawals.create', `${placed}/withdrawal`),
      act: async (shown) => {
        await shown.fill('[name=name]', '')
        await send(shown)
      },
    },
    page('no withdrawal', 'withdrawals.create', `${over}/withdrawal`),
    page('billing data', 'billing.index', billing),
    page('new billing data', 'billing.create', `${billing}/new`),
    page('billing data to change', 'billing.edit', `${billing}/${profile}`),
    page('removal of billing data', 'billing_removals.create', `${billing}/${profile}/removal`),
  ]
}

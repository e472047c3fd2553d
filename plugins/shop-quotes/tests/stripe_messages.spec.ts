import { test } from '@japa/runner'
import { routeTable } from '#core/platform'
import { ProviderEvent } from '#plugins/shop-quotes/models/provider_event'
import {
  aStripeHouse,
  anEvent,
  MESSAGES,
  sendEvent,
  signed,
} from '#plugins/shop-quotes/tests/stripe'
import { freshDatabase } from '#tests/kit/database'
import { signedIn, someCustomer } from '#tests/accounts/people'
import { serverUrl } from '#tests/web/visitor'

const charge = { id: 'ch_1', currency: 'eur', metadata: {}, amount_refunded: 0 }

test.group('S11 Messages of a provider', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(async () => {
    const { close } = await aStripeHouse()
    return close
  })

  const base = () => serverUrl()

  test('come without a page of ours, a cookie or a token', async ({ assert }) => {
    const event = anEvent('charge.refunded', charge, 'evt_signed')
    const answers = await Promise.all([1, 2, 3].map(() => sendEvent(base(), event)))
    for (const answer of answers) {
      assert.equal(answer.status, 200)
      assert.isNull(answer.headers.get('set-cookie'))
    }
    assert.lengthOf(await ProviderEvent.all(), 1)
  })

  test('of nobody, too long, or no JSON are refused', async ({ assert }) => {
    const event = anEvent('charge.refunded', charge)
    assert.equal((await sendEvent(base(), event, 'whsec_other')).status, 400)
    const post = (body: string, type: string) =>
      fetch(base() + MESSAGES, { method: 'POST', body, headers: { 'content-type': type } })
    assert.equal((await post('x'.repeat(300_000), 'application/json')).status, 415)
    assert.equal((await post('{}', 'text/plain')).status, 415)
    assert.equal((await post('a=b', 'application/x-www-form-urlencoded')).status, 400)
    assert.equal((await fetch(base() + MESSAGES)).status, 405)
    assert.lengthOf(await ProviderEvent.all(), 0)
  })

  test('speak for nobody who is signed in on the browser that sends them', async ({ assert }) => {
    const client = await signedIn(await someCustomer())
    const { body, signature } = signed(anEvent('charge.refunded', charge))
    const answer = await fetch(base() + MESSAGES, {
      ...{ method: 'POST', body },
      headers: {
        ...{ 'content-type': 'application/json', 'stripe-signature': signature },
        cookie: client.headers().cookie,
      },
    })
    assert.equal(answer.status, 200)
    assert.isNull(answer.headers.get('set-cookie'))
    const account = await client.get('/account')
    assert.isNull(account.location)
  })

  test('are the only ones that need not come from our own pages', ({ assert }) => {
    const machines = routeTable().filter(({ machine }) => machine)
    assert.deepEqual(
      machines.map(({ name }) => name),
      ['shop-quotes.stripe_messages.store']
    )
  })
})

import { test } from '@japa/runner'
import { runDueJobs } from '#core/jobs'
import { OutboxMail, useMailTransport } from '#core/messaging'
import { clock } from '#core/platform'
import { purgeMails } from '#app/messaging/actions/purge_mails'
import { Order } from '#plugins/shop-quotes/models/order'
import { aLine, aProfile, aRequest, offers } from '#plugins/shop-quotes/tests/quotes'
import { aBuyer, aService, aShop, buys, NOW } from '#plugins/shop-quotes/tests/shop'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'

const HOUR = 3_600_000

/** A mail server that answers nobody until `isUp`, and the mails that it took. */
function aMailServer() {
  const server = { isUp: false, taken: [] as { to: string; subject: string; text: string }[] }
  const restore = useMailTransport({
    send: async ({ to, subject, text }) => {
      if (!server.isUp) throw new Error('connect ECONNREFUSED')
      server.taken.push({ to: to.email, subject, text })
    },
  })
  return { server, restore }
}

/** Every attempt of 30 hours in vain, two nights among them. */
async function outlasts(): Promise<void> {
  for (let hours = 0; hours < 30; hours += 5) {
    await runDueJobs()
    await purgeMails()
    clock.advance(5 * HOUR)
  }
}

test.group('While the mail server is down', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, NOW)

  test('S11 an order is placed, and its mail goes out once when the server is back', async ({
    assert,
    cleanup,
  }) => {
    await aShop()
    const { server, restore } = aMailServer()
    cleanup(restore)
    const { client, user } = await aBuyer([await aService()])
    const page = await buys(client, { method: 'bank_transfer' })
    const { number } = await Order.firstOrFail()
    assert.include((await client.get(page)).text, number)
    await outlasts()
    const [mail, ...others] = await OutboxMail.all()
    assert.lengthOf(others, 0)
    assert.equal(mail.state, 'queued')
    assert.isAbove(mail.attempts, 5)
    server.isUp = true
    await runDueJobs()
    await runDueJobs()
    assert.deepEqual(
      server.taken.map(({ to, subject }) => [to, subject]),
      [[user.email, `Your order ${number}`]]
    )
    for (const shown of [number, 'Eye test', '€49.00', page]) {
      assert.include(server.taken[0].text, shown)
    }
    assert.equal((await mail.refresh()).state, 'sent')
  })

  test('S10 an offer is accepted, and each mail about it goes out once', async ({
    assert,
    cleanup,
  }) => {
    const { server, restore } = aMailServer()
    cleanup(restore)
    const { client, user, quote, page } = await aRequest()
    await aProfile(user)
    await offers(quote, { lines: [aLine()], lastDay: '2027-02-01' })
    const form = (await client.get(`${page}/acceptance`)).form('/acceptance')
    const accepted = await client.submit(form)
    const order = await Order.firstOrFail()
    assert.equal(accepted.location, `/account/shop-quotes/orders/${order.publicId}`)
    await outlasts()
    assert.lengthOf(server.taken, 0)
    server.isUp = true
    await runDueJobs()
    const mails = await OutboxMail.query().orderBy('id')
    assert.isTrue(mails.every(({ state }) => state === 'sent'))
    const subjects = server.taken.map(({ subject }) => subject)
    assert.lengthOf(new Set(subjects), mails.length)
    assert.lengthOf(subjects, mails.length)
    assert.isTrue(server.taken.some(({ text }) => text.includes(order.number)))
  })
})

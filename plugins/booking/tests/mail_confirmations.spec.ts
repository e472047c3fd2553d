import { test } from '@japa/runner'
import { clock } from '#core/platform'
import { Reservation } from '#core/scheduling'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import { rome } from '#tests/scheduling/planner'
import { visitor } from '#tests/web/visitor'
import {
  anOffer,
  easyCaptcha,
  EMAIL,
  linkOf,
  mailsTo,
  NOW,
  Visit,
} from '#plugins/booking/tests/visit'

const NINE = rome('2027-01-19 09:00')
const MINUTE = 60_000

test.group('Confirming by mail', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(() => easyCaptcha())
  frozenAt(group, NOW)

  /** Without JavaScript there is no captcha: the form is slow, and the mail decides. */
  async function pending() {
    const visit = new Visit(visitor(), await anOffer())
    await visit.choose(NINE)
    await visit.enter()
    const check = await visit.client.get(visit.draft('/confirmation'))
    clock.advance(15_000)
    const answer = await visit.client.submit(check.form('/confirmation'))
    const page = await visit.client.follow(answer)
    const [mail] = await mailsTo(EMAIL)
    return { visit, page, mail, link: linkOf(mail, '/confirm/') }
  }

  test('B9 without JavaScript the booking waits for its mailed link', async ({ assert }) => {
    const { page, mail } = await pending()
    assert.include(page.text, 'One step to go')
    assert.notInclude(page.text, 'AA001')
    assert.equal(mail.template, 'booking.confirm_link')
    assert.equal(mail.subject, 'Confirm your appointment: Fitting')
    assert.isNull(mail.invite ?? null)
    const reservation = await Reservation.firstOrFail()
    assert.containsSubset(reservation.toJSON(), { state: 'pending', number: null })
  })

  test('B9 sent within ten seconds, a form without proof is refused', async ({ assert }) => {
    const visit = new Visit(visitor(), await anOffer())
    await visit.choose(NINE)
    await visit.enter()
    const check = await visit.client.get(visit.draft('/confirmation'))
    clock.advance(5000)
    const refused = await visit.client.submit(check.form('/confirmation'))
    assert.equal(refused.status, 422)
    clock.advance(6000)
    const accepted = await visit.client.submit(refused.form('/confirmation'))
    assert.equal(accepted.status, 303)
  })

  test('B9 opening the link changes nothing, its button confirms', async ({ assert }) => {
    const { link, visit } = await pending()
    const other = visitor()
    const page = await other.get(link)
    assert.equal((await Reservation.firstOrFail()).state, 'pending')
    const confirmed = await other.follow(await other.submit(page.form('/confirm/')))
    assert.include(confirmed.text, 'AA001')
    const [, ticket] = await mailsTo(EMAIL)
    assert.equal(ticket.template, 'booking.ticket')
    assert.include(ticket.subject, 'AA001')
    assert.include((await other.get(link)).text, 'AA001')
    await other.submit(page.form('/confirm/'))
    assert.lengthOf(await mailsTo(EMAIL), 2)
    const [, ticketPage] = [await visit.confirm(), await other.get(linkOf(ticket, '/manage/'))]
    assert.include(ticketPage.text, 'Your appointment is booked')
  })

  test('B9 a place that nobody confirms is free again after an hour', async ({ assert }) => {
    const { link, visit } = await pending()
    assert.equal((await new Visit(visitor(), visit.offer).choose(NINE)).status, 409)
    clock.advance(61 * MINUTE)
    const late = await visitor().get(link)
    assert.equal(late.status, 410)
    assert.include(late.text, 'This link is no longer valid')
    assert.equal((await new Visit(visitor(), visit.offer).choose(NINE)).status, 303)
    const posted = await visitor().post(link, {})
    assert.equal(posted.status, 410)
  })

  test('services may ask for the mailed link of everybody', async ({ assert }) => {
    const offer = await anOffer({ service: { confirmationMode: 'mail' } })
    const visit = new Visit(visitor(), offer)
    await visit.choose(NINE)
    await visit.enter()
    const page = await visit.client.follow(await visit.confirm())
    assert.include(page.text, 'One step to go')
    const [mail] = await mailsTo(EMAIL)
    const manage = linkOf(mail, '/confirm/').replace('/confirm/', '/manage/')
    assert.equal((await visitor().get(manage)).status, 410)
  })
})

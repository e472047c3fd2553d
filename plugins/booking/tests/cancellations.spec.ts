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
  mailsTo,
  NOW,
  property,
  Visit,
} from '#plugins/booking/tests/visit'

const NINE = rome('2027-01-19 09:00')
const HOUR = 3_600_000

test.group('Cancelling by the customer', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(() => easyCaptcha())
  frozenAt(group, NOW)

  async function booked() {
    const visit = new Visit(visitor(), await anOffer())
    return { visit, manage: await visit.book(NINE) }
  }

  test('B10 with a reason: the place is free, the calendar entry goes', async ({ assert }) => {
    const { visit, manage } = await booked()
    const client = visitor()
    const page = await client.get(`${manage}/cancellation`)
    assert.include(page.text, 'AA001')
    const reason = 'I have a cold <b>'
    const answer = await client.submit(page.form('/cancellation'), { reason })
    assert.equal(answer.location, manage)
    const shown = await client.follow(answer)
    assert.include(shown.text, 'Your appointment is cancelled')
    assert.notInclude(shown.text, '/cancellation')
    const reservation = await Reservation.firstOrFail()
    assert.containsSubset(reservation.toJSON(), { state: 'released', releaseReason: reason })
    const [ticket, mail] = await mailsTo(EMAIL)
    assert.equal(mail.template, 'booking.cancelled')
    assert.include(mail.text, reason)
    assert.notInclude(mail.html, '<b>')
    assert.equal(property(mail.invite!.content, 'METHOD'), 'CANCEL')
    assert.equal(property(mail.invite!.content, 'STATUS'), 'CANCELLED')
    assert.equal(property(mail.invite!.content, 'UID'), property(ticket.invite!.content, 'UID'))
    assert.equal(property(mail.invite!.content, 'SEQUENCE'), '1')
    assert.equal((await new Visit(visitor(), visit.offer).choose(NINE)).status, 303)
  })

  test('B10 without a reason, and only once', async ({ assert }) => {
    const { manage } = await booked()
    const client = visitor()
    const form = (await client.get(`${manage}/cancellation`)).form('/cancellation')
    await Promise.all([client.submit(form), client.submit(form)])
    const again = await client.submit(form)
    assert.equal(again.location, manage)
    assert.equal((await client.get(`${manage}/cancellation`)).location, manage)
    assert.lengthOf(await mailsTo(EMAIL), 2)
    const file = await client.get(`${manage}/calendar.ics`)
    assert.equal(property(file.text, 'STATUS'), 'CANCELLED')
  })

  test('B10 too late or over: the page says why and nothing changes', async ({ assert }) => {
    const { visit, manage } = await booked()
    await visit.offer.location.merge({ phone: '+39 050 111' }).save()
    const client = visitor()
    for (const now of [NINE - 2 * HOUR + 1, NINE + HOUR]) {
      clock.freeze(now)
      const page = await client.get(manage)
      assert.notInclude(page.text, '/cancellation')
      assert.equal((await client.get(`${manage}/cancellation`)).location, manage)
      assert.equal((await client.post(`${manage}/cancellation`, {})).location, manage)
      const chosen = { starts_at: String(rome('2027-01-20 09:00')) }
      assert.equal((await client.post(`${manage}/move`, chosen)).location, manage)
      if (now < NINE) {
        assert.include(page.text, 'can no longer be changed online')
        assert.include(page.text, 'tel:+39 050 111')
      }
    }
    assert.containsSubset((await Reservation.firstOrFail()).toJSON(), {
      state: 'confirmed',
      startsAt: NINE,
    })
  })

  test('a reason that is too long is refused in words and kept', async ({ assert }) => {
    const { manage } = await booked()
    const reason = 'long '.repeat(200)
    const page = await visitor().post(`${manage}/cancellation`, { reason })
    assert.equal(page.status, 422)
    assert.include(page.text, reason.trim())
    assert.include(page.text, 'AA001')
    assert.equal((await Reservation.firstOrFail()).state, 'confirmed')
  })
})

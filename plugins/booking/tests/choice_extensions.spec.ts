import { test } from '@japa/runner'
import { clock } from '#core/platform'
import { Reservation } from '#core/scheduling'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import { rome } from '#tests/scheduling/planner'
import { visitor } from '#tests/web/visitor'
import { anOffer, easyCaptcha, NOW, Visit } from '#plugins/booking/tests/visit'

const NINE = rome('2027-01-19 09:00')
const MINUTE = 60_000

test.group('More time for a choice', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(() => easyCaptcha())
  const start = frozenAt(group, NOW)

  test('B7 is given up to thirty minutes in all, then refused in words', async ({ assert }) => {
    const visit = new Visit(visitor(), await anOffer())
    await visit.choose(NINE)
    const extend = async () => {
      const answer = await visit.client.post(visit.draft('/extension'), {})
      const { expiresAt } = await Reservation.firstOrFail()
      return { answer, minutes: (expiresAt! - start) / MINUTE }
    }
    const minutes = []
    for (const pause of [5, 8, 8, 4]) {
      clock.advance(pause * MINUTE)
      minutes.push((await extend()).minutes)
    }
    assert.deepEqual(minutes, [15, 23, 30, 30])
    const page = await visit.client.follow((await extend()).answer)
    assert.include(page.text, 'cannot be kept any longer')
  })

  test('B7 leads back to the page where it was asked for', async ({ assert }) => {
    const offer = await anOffer()
    const visit = new Visit(visitor(), offer)
    await visit.choose(NINE)
    await visit.enter()
    const [token, day] = [`draft=${visit.token}`, '2027-01-19']
    const base = `/booking/${offer.location.slug}/${offer.service.slug}`
    const expected = {
      month: `${base}?${token}&day=${day}`,
      week: `${base}/week?${token}&from=${day}`,
      details: visit.draft(),
      check: visit.draft('/confirmation'),
    }
    for (const [page, address] of Object.entries(expected)) {
      const shown = await visit.client.get(address)
      const form = shown.form('/extension')
      assert.equal(form.fields.page, page)
      clock.advance(1000)
      assert.equal((await visit.client.submit(form)).location, address)
    }
  })

  test('B7 a lapsed choice says so, keeps what was typed and is held again if free', async ({
    assert,
  }) => {
    const visit = new Visit(visitor(), await anOffer())
    await visit.choose(NINE)
    await visit.enter({ email: 'half' })
    clock.advance(11 * MINUTE)
    const told = await visit.client.follow(await visit.client.post(visit.draft('/extension'), {}))
    assert.include(told.text, 'The time for your choice is over')
    assert.include(told.text, 'value="Vornberg"')
    assert.include(told.text, 'value="half"')
    assert.notInclude(told.text, 'class="choice-bar"')
    await visit.enter()
    const ticket = await visit.client.follow(await visit.confirm())
    assert.include(ticket.text, 'Your appointment is booked')
    assert.include(ticket.text, '09:00')
  })
})

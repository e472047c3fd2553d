import { test } from '@japa/runner'
import { OutboxMail } from '#core/messaging'
import { Reservation } from '#core/scheduling'
import { anOffer, easyCaptcha, NOW, Visit } from '#plugins/booking/tests/visit'
import { atDesk } from '#tests/admin/desk'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import { rome } from '#tests/scheduling/planner'
import { visitor } from '#tests/web/visitor'

const CANCEL = '/admin/booking/appointments/bulk/cancel'
const NINE = rome('2027-01-19 09:00')

test.group('Appointments cancelled together', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(() => easyCaptcha())
  frozenAt(group, NOW)

  test('each customer is told the reason; those of other places stay', async ({ assert }) => {
    const here = await anOffer()
    const there = await anOffer()
    await new Visit(visitor(), here).book(NINE)
    await new Visit(visitor(), there).book(NINE, { last_name: 'Farfield' })
    const [mine, foreign] = await Reservation.query().orderBy('id')
    const desk = await atDesk('desk', [here.location])

    const page = await desk.get(`${CANCEL}?ids=${mine.id},${foreign.id}`)
    assert.include(page.text, '1 appointment will be cancelled.')
    assert.include(page.text, 'It is not there any more.')
    const form = page.form('/bulk/cancel')
    const answer = await desk.submit(form, { reason: 'The water is off' })
    const told = await desk.follow(answer)
    assert.include(told.text, 'done for 1 entry')
    assert.notInclude(told.text, 'Farfield')
    assert.equal((await mine.refresh()).state, 'released')
    assert.equal((await foreign.refresh()).state, 'confirmed')
    const mails = await OutboxMail.query().where('template', 'booking.cancelled')
    assert.lengthOf(mails, 1)
    assert.include(JSON.stringify(mails[0].data), 'The water is off')
  })
})

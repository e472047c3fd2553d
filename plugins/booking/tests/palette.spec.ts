import { test } from '@japa/runner'
import { clock, forgetCaches } from '#core/platform'
import { Reservation } from '#core/scheduling'
import { onlyViewing } from '#plugins/booking/tests/desk'
import { anOffer, easyCaptcha, NOW, Visit } from '#plugins/booking/tests/visit'
import { atDesk } from '#tests/admin/desk'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import type { Answer, HttpClient } from '#tests/kit/http'
import { rome } from '#tests/scheduling/planner'
import { visitor } from '#tests/web/visitor'

const NINE = rome('2027-01-19 09:00')

test.group('Appointments in the palette', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(() => easyCaptcha())
  frozenAt(group, NOW)

  async function booked(at = NINE) {
    const offer = await anOffer()
    await new Visit(visitor(), offer).book(at)
    const reservation = await Reservation.query().orderBy('id', 'desc').firstOrFail()
    return { offer, reservation, number: reservation.number! }
  }

  const search = (desk: HttpClient, words: string) =>
    desk.get(`/admin/search?q=${encodeURIComponent(words)}`)

  /** Addresses of the questions that the page leads to. */
  const asked = ({ text }: Answer) =>
    [...text.matchAll(/href="\/admin\/booking\/appointments\/\d+\/([a-z-]+)"/g)].map(([, id]) => id)

  const wordsOf = ({ text }: Answer) => text.replaceAll(/<[^>]+>/g, '').replaceAll(/\s+/g, ' ')

  test('B12 a number leads to what may be done with the appointment now', async ({ assert }) => {
    const { reservation, number } = await booked()
    const desk = await atDesk('desk')
    const before = await search(desk, number)
    assert.deepEqual(asked(before), ['ticket', 'cancel'])
    assert.include(wordsOf(before), `Cancel the appointment · ${number}`)
    clock.freeze(NINE - 600_000)
    const onTheDay = asked(await search(await atDesk('desk'), number))
    assert.deepEqual(onTheDay, ['arrived', 'served', 'ticket', 'cancel'])
    clock.freeze(Date.parse(NOW))

    const question = await desk.get(`/admin/booking/appointments/${reservation.id}/cancel`)
    await desk.submit(question.form('/cancel'), { reason: '' })
    assert.equal((await reservation.refresh()).state, 'released')
    assert.deepEqual(asked(await search(desk, number)), [])
  })

  test('B12 nobody is offered what they may not do, or what they may not see', async ({
    assert,
    cleanup,
  }) => {
    const here = await booked()
    const there = await booked()
    const limited = await atDesk('desk', [here.offer.location])
    assert.deepEqual(asked(await search(limited, here.number)), ['ticket', 'cancel'])
    const foreign = `/appointments/${there.reservation.id}/`
    assert.notInclude((await search(limited, there.number)).text, foreign)
    cleanup(onlyViewing())
    forgetCaches()
    const viewing = await search(await atDesk('desk'), here.number)
    assert.include(viewing.text, `value="booking.appointments:${here.reservation.id}"`)
    assert.deepEqual(asked(viewing), [])
  })

  test('B12 the next one of those with the same number comes first, and alone can be acted on', async ({
    assert,
  }) => {
    const offer = await anOffer()
    for (const day of ['21', '13', '14']) {
      await new Visit(visitor(), offer).book(rome(`2027-01-${day} 09:00`))
    }
    clock.freeze(rome('2027-01-14 08:30'))
    const desk = await atDesk('desk')
    const named = await search(desk, 'AA001')
    const days = [...named.text.matchAll(/\w+day, (\d+) January/g)].map(([, day]) => day)
    assert.deepEqual([...new Set(days)], ['14', '21', '13'])
    assert.deepEqual(asked(named), ['arrived', 'served', 'ticket', 'cancel'])
    assert.deepEqual(asked(await search(desk, 'AA0')), [])
  })
})

import { test } from '@japa/runner'
import { auditTrailOf } from '#core/audit'
import { clock } from '#core/platform'
import { Reservation } from '#core/scheduling'
import { anOffer, easyCaptcha, NOW, Visit } from '#plugins/booking/tests/visit'
import { atDesk } from '#tests/admin/desk'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import type { HttpClient } from '#tests/kit/http'
import { rome } from '#tests/scheduling/planner'
import { visitor } from '#tests/web/visitor'

const LIST = '/admin/booking/appointments'
const NINE = rome('2027-01-19 09:00')

test.group('What became of an appointment', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(() => easyCaptcha())
  frozenAt(group, NOW)

  async function booked() {
    const offer = await anOffer()
    await new Visit(visitor(), offer).book(NINE)
    return { offer, reservation: await Reservation.firstOrFail() }
  }

  const says = async (desk: HttpClient, { publicId }: Reservation, outcome: string) => {
    const { _csrf } = (await desk.get('/admin')).form('/sign-out').fields
    const path = `/admin/scheduling/reservations/${publicId}/outcome`
    return desk.post(path, { _csrf, outcome, back: LIST })
  }

  test('the desk says it on "Today" with one button', async ({ assert }) => {
    const { reservation } = await booked()
    clock.freeze(NINE - 600_000)
    const desk = await atDesk('desk')
    const today = await desk.get('/admin')
    const buttons = today.forms().filter(({ action }) => action.includes('/outcome'))
    assert.deepEqual(
      buttons.map(({ fields }) => fields.outcome),
      ['arrived']
    )
    assert.equal((await desk.submit(buttons[0])).location, '/admin')
    assert.equal((await reservation.refresh()).outcome, 'arrived')
    clock.freeze(NINE + 600_000)
    const next = (await desk.get('/admin')).forms().filter(({ action }) => {
      return action.includes('/outcome')
    })
    assert.deepEqual(
      next.map(({ fields }) => fields.outcome),
      ['served']
    )
    const page = await desk.get(`${LIST}/${reservation.id}`)
    const [head] = /<div class="desk__head">[^]*?<dl/.exec(page.text)!
    const deeds = [...head.matchAll(/data-tone="(\w+)"[^]*?<span>([^<]+)/g)]
    assert.deepEqual(deeds[0].slice(1), ['primary', 'Served'])
    assert.lengthOf(
      deeds.filter(([, tone]) => tone === 'primary'),
      1
    )
    assert.include(page.text, `Arrived for ${reservation.number}`)
    assert.include(page.text, `${reservation.id}/undo-outcome`)
  })

  test('not before the day, not twice, not by a word that there is not', async ({ assert }) => {
    const { reservation } = await booked()
    let desk = await atDesk('desk')
    for (const outcome of ['arrived', 'no_show', 'undo_outcome', 'paid']) {
      assert.isBelow((await says(desk, reservation, outcome)).status, 500)
      assert.isNull((await reservation.refresh()).outcome, outcome)
    }
    clock.freeze(NINE + 600_000)
    desk = await atDesk('desk')
    await Promise.all([says(desk, reservation, 'no_show'), says(desk, reservation, 'no_show')])
    assert.equal((await reservation.refresh()).outcome, 'no_show')
    assert.lengthOf(await auditTrailOf('scheduling.reservation', reservation.id), 1)
    await says(desk, reservation, 'undo_outcome')
    assert.isNull((await reservation.refresh()).outcome)
  })

  test('nobody says it of another location’s appointment', async ({ assert }) => {
    const { reservation } = await booked()
    const { location } = await anOffer()
    clock.freeze(NINE)
    const desk = await atDesk('desk', [location])
    assert.equal((await says(desk, reservation, 'arrived')).status, 404)
    for (const id of ['x', '9'.repeat(22), String(reservation.id)]) {
      const { status } = await says(desk, { publicId: id } as Reservation, 'arrived')
      assert.equal(status, 404, id)
    }
    assert.isNull((await reservation.refresh()).outcome)
  })
})

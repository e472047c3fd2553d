import { test } from '@japa/runner'
import { auditEntries } from '#core/audit'
import { clock } from '#core/platform'
import { Resource } from '#core/scheduling'
import { aPractice, MARKERS, NOW } from '#plugins/patient-visits/tests/clinic'
import {
  aCustomer,
  booked,
  does,
  offers,
  stateNow,
  VISITS,
} from '#plugins/patient-visits/tests/unit'
import { atDesk, statements } from '#tests/admin/desk'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import { rome } from '#tests/scheduling/planner'

const TODAY = rome('2027-01-12 10:00')
const NINE = rome('2027-01-19 09:00')
const TEN = rome('2027-01-19 10:00')

test.group('Visits in the panel', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, NOW)

  test('V2 the day list, requests, and what is to come, each with its count', async ({
    assert,
  }) => {
    const practice = await aPractice({ service: { minNoticeMinutes: 0 } })
    const asked = await aPractice({ type: { confirmedBy: 'unit' } })
    const today = await booked(practice, { startsAt: TODAY })
    const later = await booked(practice, { startsAt: NINE })
    const request = await booked(asked, { startsAt: TEN })
    const desk = await atDesk('desk')
    const shown = async (tab: string) => {
      const { text } = await desk.get(`${VISITS}?tab=${tab}`)
      return [today, later, request].map(({ customer }) => text.includes(customer.lastName))
    }
    assert.deepEqual(await shown('today'), [true, false, false])
    assert.deepEqual(await shown('requests'), [false, false, true])
    assert.deepEqual(await shown('upcoming'), [true, true, true])
    assert.deepEqual(await shown('past'), [false, false, false])
    assert.deepEqual(await shown('all'), [true, true, true])
    const { text } = await desk.get(`${VISITS}?tab=all`)
    const words = [
      today.reservation.number!,
      MARKERS.type,
      MARKERS.clinic,
      practice.doctors[0].name,
    ]
    for (const word of [...words, 'Expected', 'Waits for confirmation']) assert.include(text, word)
    assert.include(text, '1 request waits for an answer')
  })

  test('V2 narrowed to a doctor, a clinic, a type and a state', async ({ assert }) => {
    const [one, two] = [await aPractice({ doctors: 2 }), await aPractice()]
    const [, second] = one.doctors
    const first = await booked(one, { startsAt: NINE, doctor: one.doctors[0] })
    const other = await booked(one, { startsAt: NINE, doctor: second })
    const elsewhere = await booked(two, { startsAt: NINE })
    const desk = await atDesk('desk')
    const shown = async (query: string) => {
      const { text } = await desk.get(`${VISITS}?tab=all&${query}`)
      return [first, other, elsewhere].map(({ customer }) => text.includes(customer.lastName))
    }
    assert.deepEqual(await shown(`doctorId=${second.id}`), [false, true, false])
    assert.deepEqual(await shown(`clinicId=${two.clinic.id}`), [false, false, true])
    assert.deepEqual(await shown(`typeId=${one.type.id}`), [true, true, false])
    assert.deepEqual(await shown(`locationId=${two.location.id}`), [false, false, true])
    await does(desk, other.path, 'cancel')
    assert.deepEqual(await shown('state=cancelled_by_unit'), [false, true, false])
    assert.deepEqual(await shown('state=confirmed,requested'), [true, false, true])
    assert.deepEqual(await shown(`q=${elsewhere.customer.lastName}`), [false, false, true])
  })

  test('arrived, in the room, done: one step after the other, and one back', async ({ assert }) => {
    const practice = await aPractice({ service: { minNoticeMinutes: 0 } })
    const visit = await booked(practice, { startsAt: TODAY })
    const desk = await atDesk('desk')
    const next = async () => {
      const words = ['arrived', 'in_room', 'done', 'missed', 'undo', 'cancel']
      const found = await Promise.all(words.map((word) => offers(desk, visit.path, word)))
      return words.filter((_, index) => found[index])
    }
    assert.deepEqual(await next(), ['arrived', 'cancel'], 'its time has not come')
    await does(desk, visit.path, 'arrived')
    assert.deepEqual(await next(), ['in_room', 'done', 'undo'])
    const page = await does(desk, visit.path, 'in_room')
    assert.include(page.text, 'The patient is with the doctor.')
    assert.equal(await stateNow(visit), 'in_room')
    assert.deepEqual(await next(), ['done', 'undo'])
    await does(desk, visit.path, 'undo')
    assert.equal(await stateNow(visit), 'arrived')
    await does(desk, visit.path, 'undo')
    assert.equal(await stateNow(visit), 'confirmed')
    await does(desk, visit.path, 'arrived')
    assert.equal(await stateNow(visit), 'arrived', 'an earlier "in the room" is forgotten')
    await does(desk, visit.path, 'in_room')
    await does(desk, visit.path, 'done')
    assert.equal(await stateNow(visit), 'done')
    await does(desk, visit.path, 'undo')
    await does(desk, visit.path, 'arrived')
    assert.equal(await stateNow(visit), 'arrived')
    assert.lengthOf(await auditEntries({ action: 'patient-visits.in_room' }), 2)
  })

  test('what the core’s day page says ends that a patient is in the room', async ({ assert }) => {
    const practice = await aPractice({ service: { minNoticeMinutes: 0 } })
    const visit = await booked(practice, { startsAt: TODAY })
    const desk = await atDesk('desk')
    await does(desk, visit.path, 'arrived')
    await does(desk, visit.path, 'in_room')
    const { _csrf } = (await desk.get('/admin')).form('/sign-out').fields
    const path = `/admin/scheduling/reservations/${visit.reservation.publicId}/outcome`
    for (const outcome of ['undo_outcome', 'arrived']) await desk.post(path, { _csrf, outcome })
    assert.equal(await stateNow(visit), 'arrived')
    const { text } = await desk.get(`${VISITS}?tab=all&state=in_room`)
    assert.notInclude(text, visit.customer.lastName)
    assert.include(
      (await desk.get(`${VISITS}?tab=all&state=arrived`)).text,
      visit.customer.lastName
    )
  })

  test('many are noted as missed at once when their time has come', async ({ assert }) => {
    const practice = await aPractice()
    const [one, two] = [
      await booked(practice, { startsAt: NINE }),
      await booked(practice, { startsAt: TEN }),
    ]
    clock.freeze(NINE + 600_000)
    const desk = await atDesk('desk')
    const bulk = `${VISITS}/bulk/missed`
    const asked = await desk.get(`${bulk}?ids=${one.visit.id},${two.visit.id}`)
    assert.include(asked.text, '1 visit will be noted as missed.')
    assert.include(asked.text, 'Its time has not come, or the patient is with the doctor.')
    await desk.submit(asked.form(bulk), {})
    assert.deepEqual([await stateNow(one), await stateNow(two)], ['missed', 'confirmed'])
  })

  test('each look at a visit stands in the trail; the reason is on its page alone', async ({
    assert,
  }) => {
    const practice = await aPractice()
    const visit = await booked(practice, { startsAt: NINE })
    await visit.visit.merge({ reason: MARKERS.reason }).save()
    const desk = await atDesk('desk')
    assert.include((await desk.get(visit.path)).text, MARKERS.reason)
    await desk.get(`/admin/patient-visits/moves/${visit.visit.id}`)
    assert.lengthOf(await auditEntries({ action: 'patient-visits.visit_viewed' }), 1)
    const other = await atDesk('desk')
    await other.get(`/admin/patient-visits/documents/${visit.visit.id}`)
    assert.lengthOf(await auditEntries({ action: 'patient-visits.visit_viewed' }), 2)
    const search = `/admin/search?q=${visit.customer.lastName}`
    for (const path of [`${VISITS}?tab=all`, search, '/admin/audit/entries']) {
      assert.notInclude((await (await atDesk('owner')).get(path)).text, MARKERS.reason, path)
    }
  })

  test('V4 who cancels less than 24 hours before is marked as late', async ({ assert }) => {
    const practice = await aPractice()
    const visit = await booked(practice, { startsAt: NINE })
    const given = { state: 'released', releasedAt: NINE - 3_600_000 } as const
    await visit.reservation.merge(given).save()
    await visit.visit.merge({ endedBy: 'patient' }).save()
    const page = await (await atDesk('desk')).get(visit.path)
    assert.include(page.text, 'Late: less than 24 hours before')
    await visit.reservation.merge({ releasedAt: NINE - 25 * 3_600_000 }).save()
    assert.notInclude((await (await atDesk('desk')).get(visit.path)).text, 'Late:')
  })

  test('staff of one unit neither list, find, filter nor open those of another', async ({
    assert,
  }) => {
    const [here, there] = [await aPractice(), await aPractice()]
    const mine = await booked(here, { startsAt: NINE })
    const foreign = await booked(there, { startsAt: NINE })
    const desk = await atDesk('desk', [here.location])
    const queries = ['', `&q=${foreign.reservation.number}`, `&locationId=${there.location.id}`]
    const doctor = await Resource.findOrFail(there.doctors[0].id)
    for (const query of [...queries, `&doctorId=${doctor.id}`, `&typeId=${there.type.id}`]) {
      const { status, text } = await desk.get(`${VISITS}?tab=all${query}`)
      assert.equal(status, 200, query)
      assert.notInclude(text, foreign.customer.lastName, query)
      assert.notInclude(text, doctor.name, query)
    }
    assert.equal((await desk.get(mine.path)).status, 200)
    for (const path of [
      ...['', '/cancel', '/arrived'].map((action) => foreign.path + action),
      `/admin/patient-visits/moves/${foreign.visit.id}`,
      `/admin/patient-visits/documents/${foreign.visit.id}`,
      `/admin/patient-visits/doctors/${doctor.id}`,
    ]) {
      assert.equal((await desk.get(path)).status, 404, path)
    }
  })

  test('a number and a patient are found in the palette', async ({ assert }) => {
    const practice = await aPractice()
    const customer = await aCustomer({ firstName: 'Zita', lastName: 'Quandrel' })
    const visit = await booked(practice, { startsAt: NINE, customer })
    const desk = await atDesk('desk')
    for (const word of ['quandrel', visit.reservation.number!]) {
      const { text } = await desk.get(`/admin/search?q=${word}`)
      assert.include(text, visit.path)
      assert.notInclude(text, MARKERS.type)
    }
  })

  test('pages cost at most eight statements, and a history five more', async ({ assert }) => {
    const practice = await aPractice({ doctors: 2 })
    const visit = await booked(practice, { startsAt: NINE })
    await booked(practice, { startsAt: TEN })
    const desk = await atDesk('owner')
    const moves = `/admin/patient-visits/moves/${visit.visit.id}`
    const documents = `/admin/patient-visits/documents/${visit.visit.id}`
    const book = `/admin/patient-visits/book?customer=${visit.customer.id}`
    const day = `/admin/patient-visits/cancel-day?doctor=${practice.doctors[0].id}&day=2027-01-19`
    const panel = ['visits?tab=all', 'doctors', 'clinics', 'visit-types']
    const lists = panel.map((name) => `/admin/patient-visits/${name}`)
    const counts: [string, number][] = []
    for (const path of [...lists, visit.path, moves, documents, book, day]) {
      const { status } = await desk.get(path)
      assert.equal(status, 200, path)
      counts.push([path, await statements(() => desk.get(path))])
    }
    for (const [path, count] of counts) assert.isAtMost(count, path === visit.path ? 13 : 8, path)
  })
})

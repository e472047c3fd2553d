import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { clock, tableNames } from '#core/platform'
import { Reservation, Service } from '#core/scheduling'
import { Clinic } from '#plugins/patient-visits/models/clinic'
import { Visit } from '#plugins/patient-visits/models/visit'
import type { VisitType } from '#plugins/patient-visits/models/visit_type'
import {
  aPatient,
  aPractice,
  bookedVisit,
  EMAIL,
  MARKERS,
  NOW,
} from '#plugins/patient-visits/tests/clinic'
import { mailsTo } from '#plugins/patient-visits/tests/mails'
import { signedIn } from '#tests/accounts/people'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import { rome } from '#tests/scheduling/planner'

const NINE = rome('2027-01-19 09:00')

test.group('Cancelling a visit', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, NOW)

  async function booked(type: Partial<VisitType> = {}) {
    const practice = await aPractice({ type })
    const { client, user } = await aPatient({ email: EMAIL })
    return { client, user, practice, ...(await bookedVisit(client, practice, { startsAt: NINE })) }
  }

  test('V4 shows the visit, takes a reason that nobody must give, and says that it is done', async ({
    assert,
  }) => {
    const { client, address, visit } = await booked()
    const ask = await client.get(`${address}/cancellation`)
    for (const told of [MARKERS.type, MARKERS.doctor, MARKERS.clinic, 'name="reason"']) {
      assert.include(ask.text, told)
    }
    const done = await client.submit(ask.form('/cancellation'), { reason: ` ${MARKERS.reason} ` })
    assert.equal(done.location, address)
    const page = await client.get(address)
    assert.include(page.text, 'The visit is cancelled. You also get an e-mail.')
    assert.include(page.text, 'Cancelled by you')
    assert.notInclude(page.text, MARKERS.reason)
    await visit.refresh()
    assert.equal(visit.reason, MARKERS.reason)
    assert.equal(visit.endedBy, 'patient')
    assert.equal((await Reservation.firstOrFail()).state, 'released')
    assert.equal((await mailsTo(EMAIL)).at(-1)?.subject, 'Your visit is cancelled')
    const again = await client.get(`${address}/cancellation`)
    assert.equal(again.location, address, 'there is nothing left to cancel')
  })

  test('V4 the reason lies encrypted in the database and nowhere else', async ({ assert }) => {
    const { client, address } = await booked()
    const ask = await client.get(`${address}/cancellation`)
    await client.submit(ask.form('/cancellation'), { reason: MARKERS.reason })
    await mailsTo(EMAIL)
    const tables = await tableNames()
    assert.include(tables, Visit.table)
    for (const table of tables) {
      assert.notInclude(JSON.stringify(await db.from(table)), MARKERS.reason, table)
    }
  })

  test('V4 without a word it is cancelled as well', async ({ assert }) => {
    const { client, address, visit } = await booked()
    const ask = await client.get(`${address}/cancellation`)
    await client.submit(ask.form('/cancellation'), { reason: '' })
    assert.isNull((await visit.refresh()).reason)
    assert.equal((await Reservation.firstOrFail()).state, 'released')
  })

  test('V4 a visit type may ask for the reason; what was typed stays', async ({ assert }) => {
    const { client, address } = await booked({ reasonMode: 'required' })
    const ask = await client.get(`${address}/cancellation`)
    const missing = await client.submit(ask.form('/cancellation'), { reason: '  ' })
    assert.equal(missing.status, 422)
    assert.include(missing.text, 'Please tell us briefly why you cancel')
    const long = 'ó'.repeat(501)
    const tooLong = await client.submit(ask.form('/cancellation'), { reason: long })
    assert.equal(tooLong.status, 422)
    assert.include(tooLong.text, 'at most 500 characters')
    assert.include(tooLong.text, long)
    assert.equal((await Reservation.firstOrFail()).state, 'confirmed')
    await client.submit(ask.form('/cancellation'), { reason: long.slice(1) })
    assert.equal((await Reservation.firstOrFail()).state, 'released')
  })

  test('V4 or not at all, and then nothing that comes is kept', async ({ assert }) => {
    const { client, address, visit } = await booked({ reasonMode: 'off' })
    const ask = await client.get(`${address}/cancellation`)
    assert.notInclude(ask.text, 'name="reason"')
    await client.submit(ask.form('/cancellation'), { reason: MARKERS.reason })
    assert.isNull((await visit.refresh()).reason)
  })

  test('V4 no rule of booking keeps anybody from cancelling', async ({ assert }) => {
    const { user, address, practice } = await booked({ cancelUntilHours: 4 })
    await Service.query().update({ active: false, public: false, minNoticeMinutes: 100_000 })
    await Clinic.query().update({ active: false })
    await db.from('scheduling_resources').update({ active: false })
    await db.from('scheduling_opening_rules').delete()
    await practice.type.merge({ mostChanges: 0 }).save()
    clock.freeze(NINE - 4 * 3_600_000)
    const client = await signedIn(user)
    const ask = await client.get(`${address}/cancellation`)
    assert.equal((await client.submit(ask.form('/cancellation'), {})).location, address)
    assert.equal((await Reservation.firstOrFail()).state, 'released')
  })

  test('V4 after the last hour for it the unit is called', async ({ assert }) => {
    const { user, address } = await booked({ cancelUntilHours: 4 })
    clock.freeze(NINE - 4 * 3_600_000)
    const client = await signedIn(user)
    const ask = await client.get(`${address}/cancellation`)
    clock.freeze(NINE - 4 * 3_600_000 + 1)
    const late = await client.submit(ask.form('/cancellation'), {})
    assert.equal(late.location, address)
    const page = await client.get(address)
    assert.include(page.text, 'can no longer be changed or cancelled online')
    assert.include(page.text, 'tel:+39 050 00 00')
    assert.equal((await Reservation.firstOrFail()).state, 'confirmed')
  })

  test('V4 a request is taken back like a visit, and pressing twice is once', async ({
    assert,
  }) => {
    const { client, address } = await booked({ confirmedBy: 'unit' })
    const ask = await client.get(`${address}/cancellation`)
    for (const time of [1, 2]) {
      const answer = await client.submit(ask.form('/cancellation'), {})
      assert.equal(answer.location, address, `press ${time}`)
    }
    assert.equal((await Reservation.firstOrFail()).state, 'released')
    assert.lengthOf(await mailsTo(EMAIL), 2)
  })
})

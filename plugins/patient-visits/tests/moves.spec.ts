import { test } from '@japa/runner'
import { auditTrailOf } from '#core/audit'
import { clock, transaction } from '#core/platform'
import { recordOutcome, Reservation, resourcesOf } from '#core/scheduling'
import {
  aPatient,
  aPractice,
  bookedVisit,
  EMAIL,
  NOW,
  type Practice,
} from '#plugins/patient-visits/tests/clinic'
import { mailsTo } from '#plugins/patient-visits/tests/mails'
import { signedIn } from '#tests/accounts/people'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import type { HttpClient } from '#tests/kit/http'
import { rome } from '#tests/scheduling/planner'

const NINE = rome('2027-01-19 09:00')
const TEN = rome('2027-01-19 10:00')
const NEXT_DAY = rome('2027-01-20 11:00')

test.group('Changing the date of a visit', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, NOW)

  async function booked(practice: Practice, startsAt = NINE) {
    const { client, user } = await aPatient({ email: EMAIL })
    return { client, user, ...(await bookedVisit(client, practice, { startsAt })) }
  }

  async function choose(client: HttpClient, address: string, startsAt: number, doctor?: string) {
    const day = new Date(startsAt).toISOString().slice(0, 10)
    const named = doctor === undefined ? '' : `&doctor=${doctor}`
    const page = await client.get(`${address}/move?day=${day}${named}`)
    const form = page.forms().find(({ fields }) => 'sequence' in fields)!
    return client.submit(form, { starts_at: String(startsAt) })
  }

  test('V3 picks another free date; the place is exchanged in one step', async ({ assert }) => {
    const { client, address, visit, user } = await booked(await aPractice())
    const moved = await choose(client, address, NEXT_DAY)
    assert.equal(moved.location, address)
    assert.include((await client.get(address)).text, 'The date is changed')
    const reservation = await Reservation.firstOrFail()
    assert.containsSubset(reservation.$attributes, { state: 'confirmed', startsAt: NEXT_DAY })
    assert.equal((await visit.refresh()).changes, 1)
    const [entry] = await auditTrailOf('patient-visits.visit', visit.id)
    assert.containsSubset(entry.$attributes, { action: 'patient-visits.moved', actorId: user.id })
    const mails = await mailsTo(EMAIL)
    assert.equal(mails.at(-1)?.subject, 'Your visit has a new date')
  })

  test('V3 stays with the doctor unless another one is asked for', async ({ assert }) => {
    const practice = await aPractice({ doctors: 2 })
    const [, second] = practice.doctors
    const { client } = await aPatient()
    const seen = async () => {
      const { sessionId } = await Reservation.query().orderBy('id', 'desc').firstOrFail()
      const found = (await resourcesOf([sessionId])).get(sessionId) ?? []
      return found.flatMap(({ kind, name }) => (kind === 'person' ? [name] : []))
    }
    const { address } = await bookedVisit(client, practice, { startsAt: NINE, doctor: second })
    assert.deepEqual(await seen(), [second.name])
    await choose(client, address, TEN)
    assert.deepEqual(await seen(), [second.name])
    const page = await client.get(`${address}/move?day=2027-01-19`)
    const who = page.forms().find(({ method, fields }) => method === 'GET' && 'doctor' in fields)!
    assert.equal(who.fields.doctor, second.publicId)
    await choose(client, address, NEXT_DAY, practice.doctors[0].publicId)
    assert.deepEqual(await seen(), [practice.doctors[0].name])
  })

  test('V3 a date that is gone leaves the visit where it is', async ({ assert }) => {
    const practice = await aPractice()
    const { client, address, visit } = await booked(practice)
    const page = await client.get(`${address}/move?day=2027-01-20`)
    const form = page.forms().find(({ fields }) => 'sequence' in fields)!
    const other = await aPatient()
    await bookedVisit(other.client, practice, { startsAt: NEXT_DAY })
    const refused = await client.submit(form, { starts_at: String(NEXT_DAY) })
    assert.equal(refused.status, 409)
    assert.include(refused.text, 'is no longer free. Your visit stays where it is.')
    assert.equal((await Reservation.findOrFail(visit.reservationId)).startsAt, NINE)
  })

  test('V3 where the unit confirms, the new date is a request that keeps its time', async ({
    assert,
  }) => {
    const practice = await aPractice()
    const { client, address } = await booked(practice)
    await practice.type.merge({ confirmedBy: 'unit' }).save()
    assert.include((await client.get(`${address}/move`)).text, 'A new date is a request again')
    await choose(client, address, NEXT_DAY)
    const reservation = await Reservation.firstOrFail()
    assert.containsSubset(reservation.$attributes, { state: 'pending', number: null })
    assert.equal(reservation.expiresAt, NEXT_DAY)
    assert.include((await client.get(address)).text, 'Waiting for confirmation')
    await choose(client, address, TEN)
    assert.equal((await Reservation.firstOrFail()).expiresAt, TEN, 'a request can be changed too')
  })

  test('V3 too late, too often, view only: the page says so and whom to call', async ({
    assert,
  }) => {
    const practice = await aPractice({ type: { mostChanges: 1 } })
    const { client, user, address } = await booked(practice)
    await choose(client, address, TEN)
    const often = await client.get(address)
    assert.include(often.text, 'as often as possible online')
    assert.notInclude(often.text, `${address}/move`)
    assert.include(often.text, `${address}/cancellation`)
    assert.equal((await client.get(`${address}/move`)).location, address)

    await practice.type.merge({ mostChanges: null }).save()
    clock.freeze(TEN - 23 * 3_600_000)
    const later = await signedIn(user)
    assert.include((await later.get(address)).text, 'too late to change the date online')
    const _csrf = String((await later.get('/account')).form('/sign-out').fields._csrf)
    const sent = await later.post(`${address}/move`, {
      ...{ _csrf, starts_at: String(NEXT_DAY), sequence: '1' },
    })
    assert.equal(sent.location, address)
    await practice.type.merge({ selfService: false, changeUntilHours: 0 }).save()
    const page = await later.get(address)
    assert.include(page.text, 'The unit arranges changes of this visit')
    assert.include(page.text, practice.location.phone!)
    assert.equal((await Reservation.firstOrFail()).startsAt, TEN)
  })

  test('V3 who has arrived changes nothing more', async ({ assert }) => {
    const { client, address } = await booked(await aPractice(), rome('2027-01-12 12:00'))
    await transaction(async (trx) => {
      const reservation = await Reservation.query({ client: trx }).firstOrFail()
      const by = { kind: 'system', id: null } as const
      await recordOutcome(trx, reservation, { outcome: 'arrived', by, zone: 'Europe/Rome' })
    })
    const page = await client.get(address)
    assert.include(page.text, 'You have arrived')
    assert.notInclude(page.text, '/move')
    assert.notInclude(page.text, '/cancellation')
  })

  test('V3 a double click moves once, and an old page is told', async ({ assert }) => {
    const { client, address, visit } = await booked(await aPractice())
    const page = await client.get(`${address}/move?day=2027-01-20`)
    const form = page.forms().find(({ fields }) => 'sequence' in fields)!
    const chosen = { starts_at: String(NEXT_DAY) }
    const [one, two] = [await client.submit(form, chosen), await client.submit(form, chosen)]
    assert.deepEqual([one.location, two.location], [address, address])
    assert.equal((await visit.refresh()).changes, 1)
    const old = await client.submit(form, { starts_at: String(TEN) })
    assert.equal(old.location, address)
    assert.include((await client.get(address)).text, 'was changed meanwhile')
    assert.equal((await Reservation.firstOrFail()).startsAt, NEXT_DAY)
  })
})

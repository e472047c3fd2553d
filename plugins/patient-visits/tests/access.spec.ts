import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { Customer } from '#core/customers'
import { clock, routeTable } from '#core/platform'
import { Reservation } from '#core/scheduling'
import { Visit } from '#plugins/patient-visits/models/visit'
import {
  aPatient,
  aPractice,
  bookedVisit,
  MINE,
  NOW,
  wanted,
} from '#plugins/patient-visits/tests/clinic'
import { signedIn, someStaff } from '#tests/accounts/people'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import type { HttpClient } from '#tests/kit/http'
import { rome } from '#tests/scheduling/planner'
import { visitor } from '#tests/web/visitor'

const NINE = rome('2027-01-19 09:00')
const TEN = rome('2027-01-19 10:00')

/** Every page about one visit, as the routes say: a new one is asked of here without a word. */
const ofOneVisit = () =>
  routeTable().filter(
    ({ owner, area, pattern }) =>
      owner === 'patient-visits' && area === 'account' && pattern.includes(':id')
  )

test.group('Whose visit it is', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, NOW)

  async function csrf(client: HttpClient): Promise<string> {
    return String((await client.get('/account')).form('/sign-out').fields._csrf)
  }

  async function statuses(client: HttpClient, id: string): Promise<Set<number>> {
    const token = await csrf(client)
    const answers = ofOneVisit().map(({ method, pattern }) => {
      const path = pattern.replace(':id', id)
      const fields = { _csrf: token, starts_at: String(TEN), sequence: '0', reason: 'x' }
      return method === 'GET' ? client.get(path) : client.post(path, fields)
    })
    return new Set((await Promise.all(answers)).map(({ status }) => status))
  }

  test('V2 V3 V4 foreign, revoked and expired rights read "not found" on every route', async ({
    assert,
  }) => {
    const practice = await aPractice()
    const owner = await aPatient()
    const { visit } = await bookedVisit(owner.client, practice, { startsAt: NINE })
    assert.isAtLeast(ofOneVisit().length, 7)

    const other = await aPatient()
    for (const id of [visit.publicId, String(visit.id), 'x'.repeat(22)]) {
      assert.deepEqual(await statuses(other.client, id), new Set([404]), id)
    }
    const staff = await signedIn(await someStaff({ role: 'owner', isDemo: true }))
    assert.equal((await staff.get(`${MINE}/${visit.publicId}`)).status, 404, 'staff have the panel')

    assert.notInclude(await statuses(owner.client, visit.publicId), 404)
  })

  test('V2 a record that is taken out of the account takes its visits along', async ({
    assert,
  }) => {
    const practice = await aPractice()
    const { client, user } = await aPatient()
    const { visit, address } = await bookedVisit(client, practice, { startsAt: NINE })
    await Customer.query().where('id', visit.customerId).update({ userId: null })
    assert.deepEqual(await statuses(client, visit.publicId), new Set([404]))
    assert.notInclude((await client.get(MINE)).text, visit.publicId)

    await Customer.query().where('id', visit.customerId).update({ userId: user.id })
    assert.equal((await client.get(address)).status, 200)
    await user.merge({ disabledAt: clock.now() }).save()
    assert.notEqual((await client.get(address)).status, 200)
  })

  test('V2 whose session has ended signs in again', async ({ assert }) => {
    const practice = await aPractice()
    const { client } = await aPatient()
    const { address } = await bookedVisit(client, practice, { startsAt: NINE })
    clock.advance(24 * 3_600_000)
    assert.equal(
      (await client.get(address)).location,
      `/sign-in?next=${encodeURIComponent(address)}`
    )
    assert.equal((await visitor().get(address)).status, 303)
  })

  test('V1 the patient is who is signed in, whatever a request says', async ({ assert }) => {
    const practice = await aPractice()
    const [one, other] = [await aPatient(), await aPatient()]
    await bookedVisit(other.client, practice, { startsAt: TEN })
    const theirs = (await Visit.firstOrFail()).customerId
    const said = Object.fromEntries(
      ['customer', 'customer_id', 'customerId', 'patient', 'user', 'user_id', 'userId'].map(
        (name) => [name, String(name.startsWith('user') ? other.user.id : theirs)]
      )
    )
    const asked = { ...wanted(practice), starts_at: String(NINE), ...said }
    const check = await one.client.get(`${MINE}/check?${new URLSearchParams(asked)}`)
    const sent = await one.client.submit(check.form(MINE), said)
    const visit = await Visit.findByOrFail({ publicId: sent.location!.split('/').at(-1)! })
    const patient = await Customer.findOrFail(visit.customerId)
    assert.equal(patient.userId, one.user.id)
    const list = await one.client.get(`${MINE}?${new URLSearchParams(said)}`)
    assert.include(list.text, visit.publicId)
    assert.lengthOf([...list.text.matchAll(/account\/patient-visits\/[\w-]{22}/g)], 1)
  })

  test('V3 V4 who opens links, as mail scanners do, changes nothing', async ({ assert }) => {
    const practice = await aPractice()
    const { client } = await aPatient()
    const { visit } = await bookedVisit(client, practice, { startsAt: NINE })
    const before = await Reservation.firstOrFail()
    for (const scanner of [client, visitor()]) {
      for (const { method, pattern } of ofOneVisit()) {
        if (method === 'GET') await scanner.get(pattern.replace(':id', visit.publicId))
      }
      await scanner.get(`${MINE}/${visit.publicId}/move?starts_at=${TEN}&day=2027-01-19`)
      await scanner.get(`${MINE}/${visit.publicId}/cancellation?reason=x`)
    }
    assert.deepEqual((await Reservation.firstOrFail()).$attributes, before.$attributes)
    assert.lengthOf(await db.from('scheduling_reservations'), 1)
  })
})

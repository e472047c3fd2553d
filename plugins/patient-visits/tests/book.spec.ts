import { test } from '@japa/runner'
import { auditTrailOf } from '#core/audit'
import { Customer } from '#core/customers'
import { Reservation } from '#core/scheduling'
import { Visit } from '#plugins/patient-visits/models/visit'
import { aPatient, aPractice, EMAIL, MINE, NOW, wanted } from '#plugins/patient-visits/tests/clinic'
import { mailsTo } from '#plugins/patient-visits/tests/mails'
import { signedIn, someStaff } from '#tests/accounts/people'
import { statements } from '#tests/admin/desk'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import { rome } from '#tests/scheduling/planner'
import { visitor } from '#tests/web/visitor'

const NINE = rome('2027-01-19 09:00')
const TEN = rome('2027-01-19 10:00')

const query = (values: Record<string, string | number>) =>
  new URLSearchParams(Object.entries(values).map(([name, value]) => [name, String(value)]))

test.group('Booking a visit', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, NOW)

  test('V1 from the public page over clinic, doctor and time to the visit in the account', async ({
    assert,
  }) => {
    const practice = await aPractice({ doctors: 2 })
    const { client, user } = await aPatient({ email: EMAIL })
    const start = await visitor().get('/visits')
    assert.include(start.text, `${MINE}/new`)
    assert.include(start.text, `href="${MINE}"`)
    assert.isNull(start.headers.get('set-cookie'))

    const types = await client.get(`${MINE}/new`)
    assert.include(types.text, `href="${MINE}/new?visit=${practice.type.publicId}"`)
    const chosen = await client.get(`${MINE}/new?visit=${practice.type.publicId}`)
    assert.equal(chosen.location, `${MINE}/times?${query(wanted(practice))}`)
    const times = await client.get(`${chosen.location}&day=2027-01-19`)
    const who = times.forms().find(({ fields }) => 'doctor' in fields)!
    const [, second] = practice.doctors
    const narrowed = await client.submit(who, { doctor: second.publicId })
    const choice = narrowed.forms().find(({ action }) => action === `${MINE}/check`)!
    assert.equal(choice.fields.doctor, second.publicId)
    const check = await client.submit(choice, { starts_at: String(NINE) })
    assert.include(check.text, second.name)
    assert.include(check.text, 'You can change the date until 24 hours before.')
    assert.lengthOf(await Reservation.all(), 0, 'looking takes nothing')

    const booked = await client.submit(check.form(MINE), {})
    const visit = await Visit.query().preload('reservation').firstOrFail()
    assert.equal(booked.location, `${MINE}/${visit.publicId}`)
    assert.containsSubset(visit.reservation.$attributes, {
      state: 'confirmed',
      owner: 'patient-visits',
      number: 'VV001',
      startsAt: NINE,
    })
    const page = await client.get(booked.location!)
    for (const told of [
      'VV001',
      second.name,
      'Room ',
      'openstreetmap.org',
      '/move',
      '/visit.pdf',
    ]) {
      assert.include(page.text, told)
    }
    assert.equal((await Customer.findOrFail(visit.customerId)).userId, user.id)
    const [entry] = await auditTrailOf('patient-visits.visit', visit.id)
    assert.containsSubset(entry.$attributes, { action: 'patient-visits.booked', actorId: user.id })
    const [mail] = await mailsTo(EMAIL)
    assert.equal(mail.subject, 'Your visit is confirmed')
    assert.include(mail.html, `${MINE}/${visit.publicId}`)
    assert.include(mail.text, 'VV001')
  })

  test('V1 a visit that several units offer asks in which; one that is gone says so', async ({
    assert,
  }) => {
    const practice = await aPractice()
    const further = await aPractice()
    await practice.service.related('locations').attach([further.location.id])
    const { client } = await aPatient()
    const units = await client.get(`${MINE}/new?visit=${practice.type.publicId}`)
    for (const { name, slug, address } of [practice.location, further.location]) {
      for (const told of [name, address!, `unit=${slug}`]) assert.include(units.text, told)
    }
    const gone = await client.get(`${MINE}/new?visit=gone`)
    assert.include(gone.text, 'That visit is no longer offered')
    assert.include(gone.text, practice.type.publicId)
  })

  test('V1 who books at the last moment is told that nothing can be changed online', async ({
    assert,
  }) => {
    const practice = await aPractice({ service: { minNoticeMinutes: 0 } })
    const { client } = await aPatient()
    const today = { ...wanted(practice), starts_at: rome('2027-01-12 11:00') }
    const { text } = await client.get(`${MINE}/check?${query(today)}`)
    assert.include(text, 'The date can no longer be changed online.')
    assert.include(text, 'It can no longer be cancelled online.')
  })

  test('V1 a second press of the button books nothing more', async ({ assert }) => {
    const practice = await aPractice()
    const { client } = await aPatient()
    const check = await client.get(
      `${MINE}/check?${query({ ...wanted(practice), starts_at: NINE })}`
    )
    const first = await client.submit(check.form(MINE), {})
    const second = await client.submit(check.form(MINE), {})
    assert.equal(second.location, first.location)
    assert.lengthOf(await Visit.all(), 1)
  })

  test('V1 a time that is gone meanwhile leads to the nearest that are free', async ({
    assert,
  }) => {
    const practice = await aPractice()
    const [one, other] = [await aPatient(), await aPatient()]
    const address = `${MINE}/check?${query({ ...wanted(practice), starts_at: NINE })}`
    const pages = [await one.client.get(address), await other.client.get(address)]
    assert.equal((await one.client.submit(pages[0].form(MINE), {})).status, 303)
    const refused = await other.client.submit(pages[1].form(MINE), {})
    assert.equal(refused.status, 409)
    assert.include(refused.text, 'Somebody else was faster')
    assert.include(refused.text, `starts_at=${NINE + 30 * 60_000}`)
    assert.lengthOf(await Visit.all(), 1)
  })

  test('V1 nobody is with two doctors at once', async ({ assert }) => {
    const [one, two] = [await aPractice(), await aPractice()]
    const { client } = await aPatient()
    const at = async (practice: typeof one, startsAt: number) => {
      const asked = query({ ...wanted(practice), starts_at: startsAt })
      const check = await client.get(`${MINE}/check?${asked}`)
      return client.submit(check.form(MINE), {})
    }
    assert.equal((await at(one, NINE)).status, 303)
    const clash = await at(two, NINE)
    assert.equal(clash.status, 409)
    assert.include(clash.text, 'You have another visit at that time')
    assert.equal((await at(two, NINE + 30 * 60_000)).status, 303, 'right after is fine')
  })

  test('V1 where the unit confirms, the visit is a request that keeps its time', async ({
    assert,
  }) => {
    const practice = await aPractice({ type: { confirmedBy: 'unit' } })
    const { client } = await aPatient({ email: EMAIL })
    const check = await client.get(
      `${MINE}/check?${query({ ...wanted(practice), starts_at: TEN })}`
    )
    assert.include(check.text, 'Send the request')
    const sent = await client.submit(check.form(MINE), {})
    const reservation = await Reservation.firstOrFail()
    assert.containsSubset(reservation.$attributes, { state: 'pending', number: null })
    assert.equal(reservation.expiresAt, TEN)
    const page = await client.get(sent.location!)
    assert.include(page.text, 'Waiting for confirmation')
    assert.notInclude(page.text, '/calendar.ics')
    const [mail] = await mailsTo(EMAIL)
    assert.equal(mail.subject, 'We have received your request for a visit')
  })

  test('V1 what is not offered, or not so, is not there', async ({ assert }) => {
    const practice = await aPractice()
    const elsewhere = await aPractice()
    const hidden = await aPractice({ service: { public: false } })
    const { client } = await aPatient()
    const wrong = [
      { visit: practice.type.publicId, unit: elsewhere.location.slug },
      { ...wanted(practice), doctor: elsewhere.doctors[0].publicId },
      wanted(hidden),
      { visit: 'x', unit: practice.location.slug },
    ]
    for (const asked of wrong) {
      for (const path of ['times', 'check']) {
        const answer = await client.get(`${MINE}/${path}?${query({ ...asked, starts_at: NINE })}`)
        assert.equal(answer.status, 404, JSON.stringify(asked))
      }
    }
    const noTime = await client.get(`${MINE}/check?${query(wanted(practice))}`)
    assert.equal(noTime.location, `${MINE}/times?${query(wanted(practice))}`)
    const closed = query({ ...wanted(practice), starts_at: rome('2027-01-19 03:00') })
    const check = await client.get(`${MINE}/check?${closed}`)
    assert.equal((await client.submit(check.form(MINE), {})).status, 409)
    assert.lengthOf(await Reservation.all(), 0)
  })

  test('V1 patients sign in first; staff have no visits of their own here', async ({ assert }) => {
    assert.equal((await visitor().get(MINE)).location, `/sign-in?next=${encodeURIComponent(MINE)}`)
    const staff = await signedIn(await someStaff({ role: 'desk' }))
    for (const path of ['', '/new', '/times', '/check']) {
      assert.equal((await staff.get(MINE + path)).status, 404, path)
    }
  })

  test('pages cost few statements', async ({ assert }) => {
    const practice = await aPractice({ doctors: 2 })
    const { client } = await aPatient()
    const check = await client.get(
      `${MINE}/check?${query({ ...wanted(practice), starts_at: NINE })}`
    )
    const { location } = await client.submit(check.form(MINE), {})
    const times = `${MINE}/times?${query(wanted(practice))}`
    for (const address of [MINE, `${MINE}/new`, times, location!, `${location}/move`]) {
      await client.get(address)
      assert.isAtMost(await statements(() => client.get(address)), 6, address)
    }
  })
})

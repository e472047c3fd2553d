import { test } from '@japa/runner'
import { clock } from '#core/platform'
import { Reservation } from '#core/scheduling'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import { rome } from '#tests/scheduling/planner'
import { visitor } from '#tests/web/visitor'
import { anOffer, easyCaptcha, NOW, pathOf, PERSON, Visit } from '#plugins/booking/tests/visit'

const NINE = rome('2027-01-19 09:00')
const ELEVEN = rome('2027-01-19 11:00')
const MINUTE = 60_000

const states = async () =>
  (await Reservation.query().orderBy('id')).map(({ state, startsAt }) => [state, startsAt])

test.group('Choosing a time', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(() => easyCaptcha())
  frozenAt(group, NOW)

  test('B7 holds the time for ten minutes and shows it under the calendar', async ({ assert }) => {
    const visit = new Visit(visitor(), await anOffer())
    const answer = await visit.choose(NINE)
    assert.equal(answer.status, 303)
    const page = await visit.client.follow(answer)
    assert.match(page.text, /choice-bar__when"><strong>09:00<\/strong> Tuesday,? 19 January</)
    assert.include(page.text, 'data-remaining="600000"')
    assert.isNull(page.headers.get('set-cookie'))
    const [reservation] = await Reservation.all()
    assert.equal(reservation.state, 'held')
    assert.equal(reservation.expiresAt, clock.now() + 10 * MINUTE)
  })

  test('B7 one at a time: another choice first needs Cancel', async ({ assert }) => {
    const visit = new Visit(visitor(), await anOffer())
    const page = await visit.client.follow(await visit.choose(NINE))
    const again = await visit.client.submit(page.form('/choices'), { starts_at: String(ELEVEN) })
    const told = await visit.client.follow(again)
    assert.include(told.text, 'You have already chosen a time')
    assert.deepEqual(await states(), [['held', NINE]])

    const cancelled = await visit.client.follow(
      await visit.client.submit(told.form('/cancellation'))
    )
    assert.notInclude(cancelled.text, 'class="choice-bar"')
    assert.deepEqual(await states(), [['released', NINE]])
    const chosen = await visit.client.submit(cancelled.form('/choices'), {
      starts_at: String(ELEVEN),
    })
    assert.equal(chosen.status, 303)
    assert.deepEqual(await states(), [
      ['released', NINE],
      ['held', ELEVEN],
    ])
  })

  test('B7 the choice stays the only one while another service is looked at', async ({
    assert,
  }) => {
    const [one, two] = [await anOffer(), await anOffer()]
    const visit = new Visit(visitor(), one)
    const page = await visit.client.follow(await visit.choose(NINE))
    const [, href] = /class="back-link" href="([^"]+)"/.exec(page.text)!
    const menus = await visit.client.get(href.replaceAll('&amp;', '&'))
    const given = { location: two.location.slug, service: two.service.slug }
    const other = await visit.client.follow(
      await visit.client.submit(menus.form('/booking'), given)
    )
    assert.include(other.url, pathOf(two))
    assert.include(other.text, '<strong>09:00</strong>')
    const again = await visit.client.submit(other.form('/choices'), { starts_at: String(ELEVEN) })
    assert.include((await visit.client.follow(again)).text, 'You have already chosen a time')
    assert.deepEqual(await states(), [['held', NINE]])
  })

  test('B7 two tabs that choose with one draft keep one time', async ({ assert }) => {
    const visit = new Visit(visitor(), await anOffer({ units: 3 }))
    await visit.choose(NINE)
    await visit.client.post(visit.draft('/cancellation'), {})
    const tabs = [NINE, ELEVEN, rome('2027-01-19 13:00')].map((startsAt) =>
      visit.choose(startsAt, { draft: visit.token })
    )
    await Promise.all(tabs)
    const held = (await states()).filter(([state]) => state === 'held')
    assert.lengthOf(held, 1)
  })

  test('B7, B8 giving back keeps what was typed; a new time goes straight to the check', async ({
    assert,
  }) => {
    const visit = new Visit(visitor(), await anOffer())
    await visit.choose(NINE)
    await visit.enter()
    const calendar = await visit.client.follow(
      await visit.client.post(visit.draft('/cancellation'), {})
    )
    const chosen = await visit.client.submit(calendar.form('/choices'), {
      starts_at: String(ELEVEN),
    })
    assert.include(chosen.location, visit.draft('/confirmation'))
    const check = await visit.client.follow(chosen)
    assert.include(check.text, PERSON.email)
    assert.include(check.text, '11:00')
  })

  test('B11 a time taken meanwhile answers 409 with the three nearest free times', async ({
    assert,
  }) => {
    const offer = await anOffer()
    await new Visit(visitor(), offer).choose(NINE)
    const late = new Visit(visitor(), offer)
    const page = await late.choose(NINE)
    assert.equal(page.status, 409)
    assert.include(page.text, 'Somebody else was faster')
    const near = [...page.text.matchAll(/name="starts_at" value="(\d+)"/g)].map(([, ms]) => +ms)
    assert.deepEqual(near, [
      rome('2027-01-19 10:00'),
      rome('2027-01-19 10:30'),
      rome('2027-01-19 11:00'),
    ])
    const chosen = await late.client.submit(page.form('/choices'), { starts_at: String(near[0]) })
    assert.equal(chosen.status, 303)
  })

  test('B11 an address chooses thirty times an hour, times that are taken counted too', async ({
    assert,
  }) => {
    const offer = await anOffer()
    await new Visit(visitor(), offer).choose(NINE)
    const eager = new Visit(visitor(), offer)
    const statuses = []
    for (let n = 0; n < 30; n++) statuses.push((await eager.choose(NINE)).status)
    assert.deepEqual([...new Set(statuses)], [409])
    const refused = [await eager.choose(NINE), await eager.choose(ELEVEN)]
    for (const page of refused) {
      assert.equal(page.status, 429)
      assert.include(page.text, 'Nothing is lost')
    }
    assert.lengthOf(await states(), 1)
    assert.equal((await new Visit(visitor(), offer).choose(ELEVEN)).status, 303)
  })

  test('a start that is none is refused politely, whatever it is', async ({ assert }) => {
    const offer = await anOffer()
    for (const startsAt of [
      NINE + 7 * MINUTE,
      rome('2026-01-19 09:00'),
      rome('2029-01-19 09:00'),
    ]) {
      assert.equal((await new Visit(visitor(), offer).choose(startsAt)).status, 409)
    }
    assert.deepEqual(await states(), [])
  })

  test('JSON and multipart are refused where a form belongs', async ({ assert }) => {
    const offer = await anOffer()
    const { base } = visitor()
    const own = { origin: base, 'sec-fetch-site': 'same-origin' }
    const json = { ...own, 'content-type': 'application/json' }
    const parts = new FormData()
    parts.set('starts_at', String(NINE))
    const url = `${base}${pathOf(offer)}/choices`
    const body = JSON.stringify({ starts_at: NINE })
    assert.equal((await fetch(url, { method: 'POST', headers: json, body })).status, 415)
    assert.equal((await fetch(url, { method: 'POST', headers: own, body: parts })).status, 415)
    assert.deepEqual(await states(), [])
  })

  test('a form of another site holds nothing', async ({ assert }) => {
    const offer = await anOffer()
    const foreign = { origin: 'https://other.example', 'sec-fetch-site': 'cross-site' }
    const fields = { starts_at: String(NINE) }
    const answer = await visitor().post(`${pathOf(offer)}/choices`, fields, foreign)
    assert.equal(answer.status, 403)
    assert.deepEqual(await states(), [])
  })
})

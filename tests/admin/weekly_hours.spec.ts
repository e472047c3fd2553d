import { test } from '@japa/runner'
import type { Location } from '#core/organisation'
import { OpeningRule } from '#core/scheduling'
import { atDesk, isClean, save } from '#tests/admin/desk'
import { freshDatabase } from '#tests/kit/database'
import { aLocation, aResource, isOpen } from '#tests/scheduling/planner'

const RULES = '/admin/scheduling/opening-rules'
const CREATE = `${RULES}/create`

const rulesOf = async ({ id }: Location) =>
  (await OpeningRule.query().where('locationId', id).orderBy('opens').orderBy('id')).map(
    ({ weekdays, opens, closes }) => `${weekdays.join('')} ${opens}-${closes}`
  )

const monday = (opens: string, closes: string, at = 0) => ({
  [`hours[1][${at}][opens]`]: opens,
  [`hours[1][${at}][closes]`]: closes,
})

test.group('Weekly hours', (group) => {
  group.each.setup(() => freshDatabase())

  test('are filled in day by day, Monday copied to all weekdays, without scripts', async ({
    assert,
  }) => {
    const place = await aLocation()
    const desk = await atDesk('manager')
    const at = { locationId: String(place.id) }
    let page = await save(desk, CREATE, { ...at, _step: 'hours.1.add' })
    for (const [fields, step] of [
      [monday('9', '13'), 'hours.1.add'],
      [monday('15.00', '18:30', 1), 'hours.copy'],
      [{}, 'hours.5.1.remove'],
    ] as const) {
      page = await desk.submit(page.form('/opening-rules'), { ...fields, _step: step })
      assert.equal(page.status, 200)
    }
    assert.lengthOf(await OpeningRule.all(), 0)
    const answer = await desk.submit(page.form('/opening-rules'))
    assert.equal(answer.status, 303)
    assert.deepEqual(await rulesOf(place), ['12345 09:00-13:00', '1234 15:00-18:30'])
    const shown = await desk.get(answer.location!)
    assert.include(shown.text, 'Mon–Thu 09:00–13:00, 15:00–18:30')
  })

  test('are changed and removed as the one plan that they are', async ({ assert }) => {
    const place = await aLocation()
    const first = await isOpen(place, { weekdays: [1, 2], opens: '09:00', closes: '12:00' })
    const second = await isOpen(place, { weekdays: [2], opens: '14:00', closes: '16:00' })
    const other = await isOpen(place, { weekdays: [7], validFrom: '2027-01-01' })
    const desk = await atDesk('manager')
    const list = (await desk.get(RULES)).text
    assert.include(list, 'Mon 09:00–12:00 · Tue 09:00–12:00, 14:00–16:00')
    assert.notInclude(list, `/opening-rules/${second.id}"`)
    assert.equal((await desk.get(`${RULES}/${second.id}/edit`)).status, 404)

    const edit = `${RULES}/${first.id}/edit`
    assert.equal((await save(desk, edit, monday('08:00', '12:00'))).status, 303)
    const sunday = '7 09:00-18:00'
    assert.deepEqual(await rulesOf(place), [
      '1 08:00-12:00',
      ...[sunday, '2 09:00-12:00'],
      '2 14:00-16:00',
    ])
    const page = await desk.get(`${RULES}/${first.id}/remove`)
    await desk.submit(page.form('/remove'))
    assert.deepEqual(await rulesOf(place), [sunday])
    assert.equal((await other.refresh()).version, 1)
  })

  test('say which day is wrong and why, in words and at the time itself', async ({ assert }) => {
    const place = await aLocation()
    const desk = await atDesk('manager')
    for (const [fields, words, id] of [
      [monday('18:00', '09:00'), 'closing at 09:00 lies before opening at 18:00', '0-closes'],
      [monday('22:00', '02:00'), 'close at 24:00 and open the next day at 00:00', '0-closes'],
      [monday('09:00', '09:00'), 'opens and closes at the same time', '0-closes'],
      [monday('09:00', ''), 'when it closes', '0-closes'],
      [monday('late', '18:00'), 'when it opens', '0-opens'],
      [
        { ...monday('09:00', '13:00'), ...monday('12:00', '18:00', 1) },
        '12:00–18:00 overlaps',
        '1-opens',
      ],
    ] as const) {
      const answer = await save(desk, CREATE, { locationId: String(place.id), ...fields })
      assert.equal(answer.status, 422)
      assert.include(answer.text, words)
      assert.include(answer.text, `href="#hours-1-${id}"`)
      assert.include(answer.text, ` id="hours-1-${id}"`)
    }
    const none = await save(desk, CREATE, { locationId: String(place.id) })
    assert.include(none.text, 'the hours of at least one day')
    const night = { ...monday('22:00', '24:00'), 'hours[2][0][opens]': '0', 'hours[2][0][closes]': '2' } // prettier-ignore
    const saved = await save(desk, CREATE, { locationId: String(place.id), ...night })
    assert.equal(saved.status, 303)
    assert.deepEqual(await rulesOf(place), ['2 00:00-02:00', '1 22:00-24:00'])
  })

  test('of one place and period stand once, and a resource is at the place', async ({ assert }) => {
    const place = await aLocation()
    const elsewhere = await aResource(await aLocation())
    await isOpen(place)
    const desk = await atDesk('manager')
    const hours = monday('09:00', '10:00')
    const twice = await save(desk, CREATE, { locationId: String(place.id), ...hours })
    assert.include(twice.text, 'There are already hours for this place')
    const wrong = { locationId: String(place.id), resourceId: String(elsewhere.id), ...hours }
    assert.include((await save(desk, CREATE, wrong)).text, 'This resource is at another location.')
  })

  test('two people who edit the same plan meet', async ({ assert }) => {
    const place = await aLocation()
    const first = await isOpen(place, { weekdays: [1] })
    await isOpen(place, { weekdays: [2], opens: '10:00' })
    const [one, other] = [await atDesk('manager'), await atDesk('owner')]
    const edit = `${RULES}/${first.id}/edit`
    const stale = (await one.get(edit)).form('/opening-rules')
    await save(other, edit, monday('07:00', '08:00'))
    const conflict = await one.submit(stale, { 'hours[2][0][opens]': '11:00' })
    assert.equal(conflict.status, 409)
    assert.include(conflict.text, 'Mon 07:00–08:00')
    assert.deepEqual(await rulesOf(place), ['1 07:00-08:00', '2 10:00-18:00'])
  })

  test('hostile weeks never fail', async ({ assert }) => {
    const place = await aLocation()
    const desk = await atDesk('manager')
    const hostile: Record<string, string | string[]>[] = [
      { hours: 'x' },
      { 'hours[1]': 'x' },
      { 'hours[1][0][opens][a]': '09:00' },
      { 'hours[8][0][opens]': '09:00', 'hours[__proto__][0][opens]': '1' },
      { 'hours[1][0][opens]': '9'.repeat(10_000), 'hours[1][9999][closes]': '<script>alert(1)</script>' }, // prettier-ignore
      { _step: 'hours.add' },
      { _step: 'hours.8.add' },
      { _step: 'locationId.copy' },
      { _step: 'hours.1.copy' },
    ]
    for (const fields of hostile) {
      const answer = await save(desk, CREATE, { locationId: String(place.id), ...fields })
      assert.oneOf(answer.status, [200, 422], JSON.stringify(fields))
      assert.isTrue(isClean(answer))
    }
    assert.lengthOf(await OpeningRule.all(), 0)
  })
})

import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { Customer } from '#core/customers'
import { Location } from '#core/organisation'
import { clock, dialect } from '#core/platform'
import { atDesk } from '#tests/admin/desk'
import { frozenAt } from '#tests/kit/clock'
import { statementsOf } from '#tests/kit/statements'
import { freshDatabase } from '#tests/kit/database'
import type { HttpClient } from '#tests/kit/http'
import { rome } from '#tests/scheduling/planner'
import { visitor } from '#tests/web/visitor'
import { anOffer, easyCaptcha, NOW, Visit } from '#plugins/booking/tests/visit'

const LIST = '/admin/booking/appointments'

test.group('The list of appointments at the desk', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(() => easyCaptcha())
  frozenAt(group, NOW)

  /** Appointments on four mornings; then it is half past nine on the second of them. */
  async function onFourMornings(): Promise<HttpClient> {
    const offer = await anOffer()
    for (const day of ['21', '13', '20', '14']) {
      await new Visit(visitor(), offer).book(rome(`2027-01-${day} 09:00`))
    }
    clock.freeze(rome('2027-01-14 09:30'))
    return atDesk('desk')
  }

  const daysOn = async (desk: HttpClient, query: string) => {
    const { text } = await desk.get(`${LIST}${query}`)
    return [...text.matchAll(/>\w+\s(\d+)\sJan,\s09:00</g)].map(([, day]) => Number(day))
  }

  test('B11 begins with who is here and comes next, and keeps the past in reach', async ({
    assert,
  }) => {
    const desk = await onFourMornings()
    assert.deepEqual(await daysOn(desk, ''), [14, 20, 21])
    assert.deepEqual(await daysOn(desk, '?sort=-startsAt'), [21, 20, 14])
    assert.deepEqual(await daysOn(desk, '?tab=past'), [13])
    assert.deepEqual(await daysOn(desk, '?tab=all'), [21, 20, 14, 13])
  })

  test('B11 says how many there are in each part, as it is filtered now', async ({ assert }) => {
    const desk = await onFourMornings()
    const counts = async (query: string) => {
      const { text } = await desk.get(`${LIST}${query}`)
      return [...text.matchAll(/class="tabs__count">(\d+)</g)].map(([, count]) => Number(count))
    }
    assert.deepEqual(await counts(''), [3, 1, 4])
    assert.deepEqual(await counts('?startsAt_to=2027-01-14'), [1, 1, 2])
    assert.deepEqual(await counts('?tab=past&state=released,expired'), [0, 0, 0])
  })

  test('B11 finds a customer by any part of the name, and stays exact at the ends of a part', async ({
    assert,
  }) => {
    const desk = await onFourMornings()
    const { lastName } = await Customer.firstOrFail()
    assert.deepEqual(
      await daysOn(desk, `?q=${lastName.slice(1, 5).toUpperCase()}&tab=all`),
      [21, 20, 14, 13]
    )
    assert.deepEqual(await daysOn(desk, `?q=${lastName}+AA001`), [14, 20, 21])
    assert.deepEqual(await daysOn(desk, `?q=${lastName}+AA002`), [])
    clock.freeze(rome('2027-01-14 09:00'))
    assert.include(await daysOn(desk, '?tab=upcoming'), 14)
  })

  test('the usual order is read from an index, not sorted', async ({ assert }) => {
    const desk = await onFourMornings()
    const client = db.connection()
    // PostgreSQL decides by the size of a table; four rows say nothing there.
    if (dialect(client) === 'postgres') return
    const sent = await statementsOf(() => desk.get(LIST))
    const sql = sent.find((one) => /from `scheduling_reservations`.*order by/.test(one))!
    const plan = await client.rawQuery(`explain query plan ${sql.replaceAll('?', '1')}`)
    const steps = (plan as { detail: string }[]).map(({ detail }) => detail).join('\n')
    assert.include(steps, 'scheduling_reservations_owner_time')
    assert.notInclude(steps, 'TEMP B-TREE')
  })

  test('a rare name leads to its appointments by the customer, in 8 statements', async ({
    assert,
  }) => {
    const desk = await onFourMornings()
    const { lastName } = await Customer.firstOrFail()
    await desk.get(LIST)
    const sent = await statementsOf(() => desk.get(`${LIST}?q=${lastName}&tab=all`))
    assert.isAtMost(sent.length, 8)
    const list = sent.find((one) => /from .scheduling_reservations..*order by/.test(one))!
    assert.match(list, /customer_id. in \(/)
    assert.notMatch(list, /like/, 'a name cannot stand in a number')
    assert.deepEqual(await daysOn(desk, '?q=nobody-of-this-name&tab=all'), [])
  })

  test('places come from memory, which sees at once what this process changes', async ({
    assert,
  }) => {
    const desk = await onFourMornings()
    await desk.get(LIST)
    const sent = await statementsOf(() => desk.get(LIST))
    assert.isFalse(sent.some((one) => /from .organisation_locations. where .id. in/.test(one)))
    const place = await Location.firstOrFail()
    await place.merge({ name: 'Lucca' }).save()
    assert.include((await desk.get(LIST)).text, '>Lucca<')
  })

  test('a search stays when another part of the list is shown', async ({ assert }) => {
    const desk = await onFourMornings()
    const { text } = await desk.get(`${LIST}?q=AA001&state=confirmed`)
    const hrefs = [...text.matchAll(/class="tabs__item" href="([^"]+)"/g)].map(([, href]) => href)
    assert.deepEqual(
      hrefs.map((href) => href.replaceAll('&amp;', '&')),
      ['', 'tab=past&', 'tab=all&'].map((tab) => `${LIST}?${tab}q=AA001&state=confirmed`)
    )
    const form = (await desk.get(`${LIST}?tab=past`)).form(LIST)
    assert.equal(form.fields.tab, 'past')
  })
})

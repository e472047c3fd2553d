import { test } from '@japa/runner'
import { clock } from '#core/platform'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import { rome } from '#tests/scheduling/planner'
import { OpeningException } from '#core/scheduling'
import { visitor } from '#tests/web/visitor'
import { anOffer, NOW, pathOf, Visit } from '#plugins/booking/tests/visit'

/** Names of the times that can be pressed. */
const times = (html: string) =>
  [...html.matchAll(/<button class="time-slot"[^>]*>[\s\S]*?visually-hidden">([^<]+)</g)].map(
    ([, name]) => name
  )

test.group('The month', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, NOW)

  test('B3, B6 marks the days of the planner that have free times', async ({ assert }) => {
    const offer = await anOffer()
    const closed = { locationId: offer.location.id, closed: true, name: 'Holiday' }
    await OpeningException.create({ ...closed, fromDay: '2027-01-19', toDay: '2027-01-20' })
    const page = await visitor().get(pathOf(offer))
    assert.equal(page.status, 200)
    assert.include(page.text, 'January 2027')
    assert.include(page.text, 'day=2027-01-18')
    assert.notInclude(page.text, 'day=2027-01-19')
    assert.notInclude(page.text, 'day=2027-01-20')
    assert.notInclude(page.text, 'day=2027-01-11')
    assert.include(page.text, 'Monday 18 January, 17 free times')
  })

  test('B3 on a phone the next month follows where few days are left of this one', async ({
    assert,
  }) => {
    const offer = await anOffer()
    const after = (html: string) =>
      /class="link-list"[^]*?<\/ul>\s*<p><a[^>]*>([^<]+)/.exec(html)![1]
    const page = await visitor().get(pathOf(offer))
    assert.equal(after(page.text), 'Show the whole month')
    clock.freeze(Date.parse('2027-01-29T09:00Z'))
    const late = await visitor().get(pathOf(offer))
    assert.equal(after(late.text), 'February 2027')
    const next = await visitor().get(`${pathOf(offer)}?month=2027-02`)
    assert.include(next.text, 'Monday 1 February')
  })

  test('B4 a chosen day shows its free times, each with its full name', async ({ assert }) => {
    const offer = await anOffer({ closes: '12:00' })
    const page = await visitor().get(`${pathOf(offer)}?day=2027-01-19`)
    assert.deepEqual(times(page.text), [
      'Tuesday 19 January, 09:00, free',
      'Tuesday 19 January, 09:30, free',
      'Tuesday 19 January, 10:00, free',
      'Tuesday 19 January, 10:30, free',
      'Tuesday 19 January, 11:00, free',
    ])
  })

  test('B11 a held time and what overlaps it are gone for everybody else', async ({ assert }) => {
    const offer = await anOffer({ closes: '12:00' })
    await new Visit(visitor(), offer).choose(rome('2027-01-19 10:00'))
    const page = await visitor().get(`${pathOf(offer)}?day=2027-01-19`)
    assert.deepEqual(
      times(page.text).map((name) => name.slice(-11, -6)),
      ['09:00', '11:00']
    )
  })

  test('group appointments say how many places are left', async ({ assert }) => {
    const offer = await anOffer({ closes: '10:00', service: { capacity: 3 } })
    await new Visit(visitor(), offer).choose(rome('2027-01-19 09:00'))
    const page = await visitor().get(`${pathOf(offer)}?day=2027-01-19`)
    assert.match(page.text, /time-slot__places">2 places</)
  })

  test('a month without free times offers the next free day', async ({ assert }) => {
    const offer = await anOffer()
    const closed = { locationId: offer.location.id, closed: true, name: 'Works' }
    await OpeningException.create({ ...closed, fromDay: '2027-02-01', toDay: '2027-02-28' })
    const page = await visitor().get(`${pathOf(offer)}?month=2027-02`)
    assert.include(page.text, 'February 2027')
    assert.match(page.text, /<a[^>]*day=2027-03-01[^>]*>[^<]*<.*Monday 1 March/s)
  })

  test('a date that cannot be booked leads to the nearest month that has times', async ({
    assert,
  }) => {
    const offer = await anOffer()
    const past = ['day=2026-06-01', 'month=2019-01', 'day=1000-01-01']
    const beyond = ['day=2031-01-01', 'month=2099-12', 'month=9999-11', 'day=9999-12-31']
    for (const query of [...past, ...beyond]) {
      const page = await visitor().get(`${pathOf(offer)}?${query}`)
      assert.equal(page.status, 200, query)
      assert.match(page.text, /(January|February|March) 2027<\/h2>/, query)
      assert.include(page.text, 'That day cannot be booked', query)
    }
    for (const query of ['day=2027-02-31', 'day=x', 'month=', 'day[]=1']) {
      const page = await visitor().get(`${pathOf(offer)}?${query}`)
      assert.include(page.text, 'January 2027', query)
    }
  })

  test('without any free time there is a way on', async ({ assert }) => {
    const offer = await anOffer({ closes: '09:30' })
    const page = await visitor().get(pathOf(offer))
    assert.equal(page.status, 200)
    assert.include(page.text, 'There are no free times at the moment')
    assert.match(page.text, /<div class="empty">[^]*?href="\/contact"[^]*?<\/main>/)
  })
})

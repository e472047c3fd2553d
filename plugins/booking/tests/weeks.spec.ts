import { test } from '@japa/runner'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import { OpeningRule } from '#core/scheduling'
import { rome } from '#tests/scheduling/planner'
import { visitor } from '#tests/web/visitor'
import { anOffer, NOW, pathOf, Visit } from '#plugins/booking/tests/visit'

const strip = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

/** The grid as a customer sees it: the heads of the columns, then rows of `09:00` or `x`. */
function grid(html: string) {
  const [, head, body] = /<thead>([\s\S]*?)<\/thead>[\s\S]*?<tbody>([\s\S]*?)<\/tbody>/.exec(html)!
  const days = [...head.matchAll(/visually-hidden">([^<]+)</g)].map(([, day]) => day).slice(1)
  const rows = [...body.matchAll(/<tr>([\s\S]*?)<\/tr>/g)].map(([, row]) =>
    [...row.matchAll(/<td>([\s\S]*?)<\/td>/g)].map(([, cell]) =>
      cell.includes('<button') ? strip(cell).trim() : 'x'
    )
  )
  return { days, rows }
}

const arrow = (html: string, id: string) =>
  new RegExp(`<a[^>]*id="${id}"[^>]*>`).exec(html)?.[0].match(/from=(\d{4}-\d\d-\d\d)/)?.[1] ?? null

test.group('The week', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, NOW)

  test('B5 shows seven open days from today, closed weekdays left out', async ({ assert }) => {
    const offer = await anOffer()
    await OpeningRule.query().where('locationId', offer.location.id).update({ weekdays: '[1,2,4]' })
    const { text } = await visitor().get(`${pathOf(offer)}/week`)
    assert.deepEqual(grid(text).days, [
      'Tuesday 12 January',
      'Thursday 14 January',
      'Monday 18 January',
      'Tuesday 19 January',
      'Thursday 21 January',
      'Monday 25 January',
      'Tuesday 26 January',
    ])
  })

  test('B5 has one row a time, x for a taken time and for a start that does not fit', async ({
    assert,
  }) => {
    const offer = await anOffer({ closes: '11:00' })
    await new Visit(visitor(), offer).choose(rome('2027-01-13 09:00'))
    const { rows } = grid((await visitor().get(`${pathOf(offer)}/week`)).text)
    const free = (time: string) => Array.from({ length: 7 }, () => time)
    assert.deepEqual(rows, [
      free('09:00').with(1, 'x'),
      free('09:30').with(1, 'x'),
      free('10:00'),
      free('x'),
    ])
  })

  test('B5 the arrows move on and back, and end at today and the horizon', async ({ assert }) => {
    const offer = await anOffer({ service: { horizonDays: 16 } })
    const client = visitor()
    const first = await client.get(`${pathOf(offer)}/week`)
    assert.isNull(arrow(first.text, 'week-previous'))
    assert.equal(arrow(first.text, 'week-next'), '2027-01-19')
    const second = await client.get(`${pathOf(offer)}/week?from=2027-01-19`)
    assert.equal(arrow(second.text, 'week-previous'), '2027-01-12')
    assert.equal(arrow(second.text, 'week-next'), '2027-01-26')
    const last = await client.get(`${pathOf(offer)}/week?from=2027-01-26`)
    assert.deepEqual(grid(last.text).days, [
      'Tuesday 26 January',
      'Wednesday 27 January',
      'Thursday 28 January',
    ])
    assert.isNull(arrow(last.text, 'week-next'))
  })

  test('a day that is none, past or too far shows the week of today', async ({ assert }) => {
    const offer = await anOffer()
    for (const from of ['x', '2020-01-01', '2099-01-01']) {
      const { text } = await visitor().get(`${pathOf(offer)}/week?from=${from}`)
      assert.equal(grid(text).days[0], 'Tuesday 12 January', from)
    }
  })

  test('B7 a time chosen in the week is shown below it', async ({ assert }) => {
    const visit = new Visit(visitor(), await anOffer())
    const answer = await visit.choose(rome('2027-01-14 09:00'), { view: 'week' })
    assert.equal(answer.status, 303)
    const page = await visit.client.follow(answer)
    assert.match(page.url, /\/week\?draft=.*from=2027-01-14/)
    assert.include(page.text, 'class="choice-bar"')
    assert.match(strip(page.text), /09:00 Thursday,? 14 January/)
  })
})

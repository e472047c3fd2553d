import { test } from '@japa/runner'
import { clock } from '#core/platform'
import { Reservation } from '#core/scheduling'
import { anOffer, easyCaptcha, NOW, Visit } from '#plugins/booking/tests/visit'
import { atDesk, statements } from '#tests/admin/desk'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import { rome } from '#tests/scheduling/planner'
import { visitor } from '#tests/web/visitor'

test.group('Figures and charts on "Today"', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(() => easyCaptcha())
  frozenAt(group, NOW)

  /** Three at one place, one at another, two of them on Friday. */
  async function fourAppointments() {
    const [here, there] = [await anOffer(), await anOffer()]
    for (const at of ['2027-01-14 09:00', '2027-01-15 09:00', '2027-01-15 10:00']) {
      await new Visit(visitor(), here).book(rome(at))
    }
    await new Visit(visitor(), there).book(rome('2027-01-14 09:00'))
    return { here, there }
  }

  /** The rows of the table beside the drawing, as "Thursday 14 January: 2". */
  const tableOf = (text: string) => {
    const table = text.split('The next seven days').at(-1)!
    const cells = [...table.matchAll(/date=2027-01-(\d\d)">[^<]*<\/a>[\s\S]*?<span>(\d+)<\/span>/g)]
    return cells.slice(0, 7).map(([, day, count]) => `${day}: ${count}`)
  }

  test('count the next days of the locations that the person works for', async ({ assert }) => {
    const { here } = await fourAppointments()
    const all = (await (await atDesk('owner')).get('/admin')).text
    const own = (await (await atDesk('desk', [here.location])).get('/admin')).text
    assert.deepEqual(tableOf(all), ['12: 0', '13: 0', '14: 2', '15: 2', '16: 0', '17: 0', '18: 0'])
    assert.deepEqual(tableOf(own), ['12: 0', '13: 0', '14: 1', '15: 2', '16: 0', '17: 0', '18: 0'])
    assert.equal(all.match(/<rect/g)?.length, 7)
  })

  test('say what became of the last appointments to those who plan', async ({ assert }) => {
    await fourAppointments()
    assert.notInclude((await (await atDesk('owner')).get('/admin')).text, 'The last 30 days')
    clock.freeze(rome('2027-01-20 08:00'))
    const [first, second] = await Reservation.query().orderBy('id')
    await first.merge({ outcome: 'no_show' }).save()
    await second.merge({ state: 'released' }).save()

    const owner = await atDesk('owner')
    const [, figures] = (await owner.get('/admin')).text.split('The last 30 days')
    const read = [...figures.matchAll(/<dt>([^<]+)<\/dt>\s*<dd>\s*(\d+)/g)]
    assert.deepEqual(
      read.map(([, label, value]) => `${label}: ${value}`),
      ['Appointments: 3', 'Did not come: 1', 'Cancelled: 1']
    )
    assert.include(figures, '33%')
    assert.include(figures, '25%')
    assert.notInclude((await (await atDesk('desk')).get('/admin')).text, 'The last 30 days')
    assert.isAtMost(await statements(() => owner.get('/admin')), 8)
  })
})

import { test } from '@japa/runner'
import { clock } from '#core/platform'
import { anOffer, easyCaptcha, NOW, Visit } from '#plugins/booking/tests/visit'
import { atDesk } from '#tests/admin/desk'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import type { HttpClient } from '#tests/kit/http'
import { rome } from '#tests/scheduling/planner'
import { visitor } from '#tests/web/visitor'

test.group('Appointments in the palette', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(() => easyCaptcha())
  frozenAt(group, NOW)

  const search = (desk: HttpClient, words: string) =>
    desk.get(`/admin/search?q=${encodeURIComponent(words)}`)

  test('B12 the next one comes first of those with the same number', async ({ assert }) => {
    const offer = await anOffer()
    for (const day of ['21', '13', '14']) {
      await new Visit(visitor(), offer).book(rome(`2027-01-${day} 09:00`))
    }
    clock.freeze(rome('2027-01-14 08:30'))
    const { text } = await search(await atDesk('desk'), 'AA001')
    const days = [...text.matchAll(/\w+day, (\d+) January/g)].map(([, day]) => day)
    assert.deepEqual(days, ['14', '13', '21'])
  })
})

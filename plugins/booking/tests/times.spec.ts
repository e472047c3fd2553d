import { test } from '@japa/runner'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import { rome } from '#tests/scheduling/planner'
import { visitor } from '#tests/web/visitor'
import { anOffer, NOW, pathOf, Visit } from '#plugins/booking/tests/visit'

test.group('The free times of open pages', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, NOW)

  const free = async (path: string) => {
    const answer = await visitor().get(path)
    return { status: answer.status, free: JSON.parse(answer.text).free as number[] }
  }

  test('B11 a time that somebody holds is gone from the answer', async ({ assert }) => {
    const offer = await anOffer({ closes: '10:30' })
    const path = `${pathOf(offer)}/times?from=2027-01-13&days=1`
    const [nine, half] = [rome('2027-01-13 09:00'), rome('2027-01-13 09:30')]
    assert.deepEqual(await free(path), { status: 200, free: [nine, half] })
    await new Visit(visitor(), offer).choose(nine)
    assert.deepEqual(await free(path), { status: 200, free: [] })
  })

  test('days that are none and spans without end become a week from today, six weeks', async ({
    assert,
  }) => {
    const offer = await anOffer({ closes: '10:00' })
    const week = Array.from({ length: 7 }, (_, day) => rome(`2027-01-${12 + day} 09:00`))
    for (const asked of ['', '?from=tomorrow&days=x', '?from=2027-02-30&days=0']) {
      assert.deepEqual((await free(`${pathOf(offer)}/times${asked}`)).free, week, asked)
    }
    const many = await free(`${pathOf(offer)}/times?from=2027-01-12&days=100000`)
    assert.lengthOf(many.free, 42)
  })

  test('an unknown service is a 404', async ({ assert }) => {
    const answer = await visitor().get('/booking/nowhere/nothing/times')
    assert.equal(answer.status, 404)
  })
})

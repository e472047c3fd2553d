import { test } from '@japa/runner'
import { Block, monthOfTimes, timesToMove } from '#core/scheduling'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import { aLocation, aResource, aService, isOpen, rome } from '#tests/scheduling/planner'

test.group('The month of times', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, '2027-01-18T08:00Z')

  /** Either of two doctors serves; one of them is away until 9 February. */
  async function twoDoctors() {
    const location = await aLocation()
    const [away, there] = [await aResource(location), await aResource(location)]
    await isOpen(location)
    const service = await aService(location, [{ of: [away, there] }])
    await Block.create({
      locationId: location.id,
      resourceId: away.id,
      startsAt: rome('2027-01-18 00:00'),
      endsAt: rome('2027-02-10 00:00'),
      reason: null,
    })
    const wish = { offer: { service, location }, audience: 'public', month: '2027-01' } as const
    return { wish: { ...wish, day: undefined }, away: away.id, there: there.id }
  }

  test('V1 shows the times of the doctor that was wished for', async ({ assert }) => {
    const { wish, away, there } = await twoDoctors()
    assert.equal((await monthOfTimes(wish)).selected, '2027-01-18')
    assert.equal((await monthOfTimes({ ...wish, resourceId: there })).selected, '2027-01-18')
    const times = await monthOfTimes({ ...wish, resourceId: away })
    assert.isFalse(times.days.some(({ starts }) => starts.some(({ free }) => free)))
    assert.deepEqual(
      [times.month, times.selected, times.nextFree, times.corrected],
      ['2027-01', null, '2027-02-10', false]
    )
  })

  test('V1 a move opens at the next day with times of the same doctor', async ({ assert }) => {
    const { wish, away, there } = await twoDoctors()
    const open = { ...wish, month: undefined }
    const same = await timesToMove({ ...open, resourceId: there }, '2027-01-20')
    assert.deepEqual([same.selected, same.passedOver], ['2027-01-20', null])
    const later = await timesToMove({ ...open, resourceId: away }, '2027-01-20')
    assert.deepEqual([later.selected, later.passedOver], ['2027-02-10', '2027-01-20'])
  })
})

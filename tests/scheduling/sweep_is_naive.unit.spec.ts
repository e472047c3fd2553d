import fc from 'fast-check'
import { test } from '@japa/runner'
import { busyStretch } from '#app/scheduling/domain/busy_times'
import { buildCalendar } from '#app/scheduling/domain/calendar'
import { countFree } from '#app/scheduling/domain/free_starts'
import { dayNumber, minuteOfDay } from '#app/scheduling/domain/local_date'
import { repetitions } from '#tests/kit/repetitions'
import { offered } from '#tests/scheduling/hand_written'
import { naiveStarts, type PlainPlanner } from '#tests/scheduling/naive_availability'
import { randomPlanner } from '#tests/scheduling/random_planner'

const day = (text: string | null) => (text === null ? null : dayNumber(text))

function sweepStarts(planner: PlainPlanner): Map<number, number> {
  const calendar = buildCalendar({
    zone: planner.zone,
    fromDay: dayNumber(planner.days[0]),
    days: planner.days.length,
    audience: planner.audience,
    stepMinutes: planner.step,
    resources: planner.resources,
    requirements: planner.requirements.map(({ need, of }) => ({ need, resourceIds: of })),
    rules: planner.rules.map(({ resource, opens, closes, validFrom, validTo, ...rest }) => ({
      ...rest,
      resourceId: resource,
      from: minuteOfDay(opens),
      to: minuteOfDay(closes),
      validFrom: day(validFrom),
      validTo: day(validTo),
    })),
    exceptions: planner.exceptions.map(({ resource, fromDay, toDay, hours }) => ({
      resourceId: resource,
      fromDay: dayNumber(fromDay),
      toDay: dayNumber(toDay),
      closed: hours === null,
      from: minuteOfDay(hours?.opens ?? '00:00'),
      to: minuteOfDay(hours?.closes ?? '00:00'),
      publicSeats: hours?.publicSeats ?? null,
      internalSeats: hours?.internalSeats ?? 0,
    })),
  })
  const busy = planner.busy.map(({ resource, seat, from, to }) =>
    busyStretch(resource, seat, from, to)
  )
  const { duration, before, after } = planner
  const free = countFree(calendar, busy, { duration, before, after })
  return new Map([...free].map((count, i) => [calendar.starts[i] * 60_000, count]))
}

test.group('free starts: sweep and naive recomputation', () => {
  test('B6 the naive one itself gives the worked example of availability.md', ({ assert }) => {
    const from = Date.parse('2026-11-24T10:30+01:00')
    const everyDay = { weekdays: [1, 2, 3, 4, 5, 6, 7], validFrom: null, validTo: null }
    const hours = { opens: '09:00', closes: '12:00', publicSeats: null, internalSeats: 0 }
    const starts = naiveStarts({
      zone: 'Europe/Berlin',
      days: ['2026-11-24'],
      audience: 'public',
      ...{ duration: 60, step: 30, before: 0, after: 10 },
      resources: [{ id: 1, units: 1 }],
      requirements: [{ need: 1, of: [1] }],
      rules: [{ resource: null, ...hours, ...everyDay }],
      exceptions: [],
      busy: [{ resource: 1, seat: 0, from, to: from + 40 * 60_000 }],
    })
    assert.deepEqual([...starts.values()], [1, 0, 0, 0, 0, 0])
    assert.lengthOf(offered({ rules: ['09:00-12:00'] }), starts.size)
  })

  test('B6 both agree on random calendars around both clock changes in five zones', ({
    assert,
  }, done) => {
    const numRuns = repetitions('random calendars, sweep against naive', { test: 150, proof: 2500 })
    let [withStarts, withFree] = [0, 0]
    fc.assert(
      fc.property(randomPlanner, (planner) => {
        const naive = naiveStarts(planner)
        assert.deepEqual([...sweepStarts(planner)], [...naive])
        if (naive.size > 0) withStarts++
        if ([...naive.values()].some((count) => count > 0)) withFree++
      }),
      { numRuns }
    )
    console.log(`      ${numRuns} calendars: ${withStarts} with starts, ${withFree} with free ones`)
    assert.isAbove(withFree, numRuns / 4)
    done()
  })
    .waitForDone()
    .timeout(600_000)
})

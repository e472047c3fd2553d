import { test } from '@japa/runner'
import { clock } from '#core/platform'
import { CloseDays } from '#plugins/queue-caller/actions/close_days'
import { KeepCalling } from '#plugins/queue-caller/actions/keep_calling'
import { Ticket } from '#plugins/queue-caller/models/ticket'
import { appointmentStanding } from '#plugins/queue-caller/domain/standing'
import { Desk, Queue } from '#plugins/queue-caller/tests/queue'
import { freshDatabase } from '#tests/kit/database'

const MINUTE = 60_000

/** In Rome at 2:00 it becomes 3:00, or at 3:00 once more 2:00. */
const NIGHTS = [
  { day: '2027-03-28', due: '2027-03-28T00:50:00Z', word: 'shorter', hours: 23 },
  { day: '2027-10-31', due: '2027-10-31T00:50:00Z', word: 'longer', hours: 25 },
]

test.group('The night in which the clocks change', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(() => () => clock.restore())

  for (const { day, due, word, hours } of NIGHTS) {
    test(`Q5 a day that is an hour ${word} has four calls, ten real minutes apart`, async ({
      assert,
    }) => {
      const dueAt = Date.parse(due)
      clock.freeze(dueAt - 10 * MINUTE)
      const queue = await Queue.open()
      const { location, line } = queue
      await Desk.open(location, [line], true)
      const ticket = await Ticket.create({
        ...{ locationId: location.id, lineId: line.id, day, code: 'AA001' },
        ...{ ...appointmentStanding(dueAt), startsAt: dueAt, issuedAt: clock.now() },
      })
      const calls: number[] = []
      for (let minute = -10; minute <= 90; minute++) {
        clock.freeze(dueAt + minute * MINUTE)
        await new KeepCalling().handle(location)
        await new CloseDays().handle(location)
        await ticket.refresh()
        if (ticket.calledAt === clock.now()) calls.push(minute)
      }
      assert.deepEqual(calls, [0, 10, 20, 30])
      assert.equal(ticket.state, 'no_show')
    })

    test(`Q1 a day that is an hour ${word} ends at its own midnight, and numbers begin anew`, async ({
      assert,
    }) => {
      const midnight = Date.parse(
        day === '2027-03-28' ? `${day}T00:00+01:00` : `${day}T00:00+02:00`
      )
      clock.freeze(midnight)
      const queue = await Queue.open()
      const first = await queue.walkIn()
      clock.freeze(midnight + hours * 60 * MINUTE - 1)
      await new CloseDays().handle(queue.location)
      assert.equal((await queue.walkIn()).code, 'A002')
      clock.freeze(midnight + hours * 60 * MINUTE)
      await new CloseDays().handle(queue.location)
      assert.deepInclude((await first.refresh()).serialize(), { day, state: 'closed' })
      assert.equal((await queue.walkIn()).code, 'A001')
    })
  }
})

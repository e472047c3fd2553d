import { test } from '@japa/runner'
import { clock, forgetCaches } from '#core/platform'
import { CheckIn } from '#plugins/queue-caller/actions/check_in'
import { Queue } from '#plugins/queue-caller/tests/queue'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'

/** SQLite has one connection: whoever asks past their transaction waits for themselves. */
test.group('Steps with stale lines', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, '2027-01-19T09:00:00Z')

  test('Q6 no step reads the lines past its transaction', async ({ assert }) => {
    const queue = await Queue.open()
    const ticket = await queue.walkIn()
    forgetCaches()
    assert.equal(await queue.desk.called(), 'A001 walk_in')
    forgetCaches()
    await queue.desk.does('absent')
    clock.freeze(clock.now() + 60_000)
    await ticket.refresh()
    forgetCaches()
    const back = await new CheckIn().handle(ticket, queue.desk.by)
    assert.isTrue(back.ok)
    forgetCaches()
    assert.equal(await queue.desk.called(), 'A001 appointment')
    await queue.desk.does('start')
    forgetCaches()
    assert.equal((await queue.desk.does('finish')).state, 'served')
  })
})

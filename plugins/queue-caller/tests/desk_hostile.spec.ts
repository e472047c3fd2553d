import { test } from '@japa/runner'
import { clock } from '#core/platform'
import { Ticket } from '#plugins/queue-caller/models/ticket'
import { anAppointment, COUNTER, CounterPage, pathOf } from '#plugins/queue-caller/tests/at_desk'
import { Queue } from '#plugins/queue-caller/tests/queue'
import { POISONS, everyLanguage, Seen, shows } from '#tests/journeys/hostile'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'

test.group('Hostile texts at the counter', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, '2027-01-19T09:00:00Z')

  for (const [kind, poison] of Object.entries(POISONS)) {
    test(`${kind} stays text in names of lines, counters, people and notes`, async ({ assert }) => {
      const queue = await Queue.open({ name: everyLanguage(poison) })
      const desk = await CounterPage.open([queue.line])
      await desk.counter.merge({ label: poison.slice(0, 40) }).save()
      await queue.location.merge({ name: poison }).save()
      const ticket = await anAppointment(queue, clock.now(), poison)
      await desk.answer(pathOf(ticket, 'note'), { note: poison })
      const seen = new Seen()
      const listed = await seen.look(desk.client, COUNTER)
      assert.equal(listed.status, 200)
      const { note } = await Ticket.findOrFail(ticket.id)
      assert.isTrue(shows(listed, note!))
      for (const what of ['transfer', 'note', 'departure']) {
        assert.equal((await seen.look(desk.client, pathOf(ticket, what))).status, 200)
      }
      await desk.next()
      await seen.look(desk.client, COUNTER)
      await desk.step('start')
      await desk.step('park')
      for (const path of [COUNTER, '/admin/queue-caller/board', '/admin']) {
        assert.equal((await seen.look(desk.client, path)).status, 200)
      }
      for (const name of ['said', 'refused', 'code', 'line']) {
        const query = new URLSearchParams({ said: 'called', [name]: poison })
        await seen.look(desk.client, `${COUNTER}?${query}`)
      }
      await desk.press('/counter/session/end')
      await seen.look(desk.client, COUNTER)
      assert.deepEqual(seen.faults(), [])
    })
  }
})

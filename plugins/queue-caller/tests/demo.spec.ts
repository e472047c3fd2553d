import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { allContributions, clock, rows } from '#core/platform'
import { isOver } from '#plugins/queue-caller/domain/ticket_states'
import { Counter } from '#plugins/queue-caller/models/counter'
import { Line } from '#plugins/queue-caller/models/line'
import { Ticket } from '#plugins/queue-caller/models/ticket'
import { freshDatabase } from '#tests/kit/database'

const load = async () => {
  for (const { value } of allContributions('demo')) await value()
}

type Event = { ticket_id: number; kind: string; state: string; at: number | string }

test.group('Demo queues', (group) => {
  group.setup(() => freshDatabase())
  group.setup(async () => {
    // A Tuesday at ten: both places are open.
    clock.freeze(Date.parse('2026-11-24T09:00:00Z'))
    await load()
    return () => clock.restore()
  })

  const countsOf = async () => {
    const tables = ['lines', 'counters', 'tickets', 'events', 'days', 'sessions', 'line_services']
    const counts = tables.map(async (table) => {
      const [{ n }] = await rows<{ n: number | string }>(
        db.connection(),
        `select count(*) as n from queue_caller_${table}`
      )
      return Number(n)
    })
    return Promise.all(counts)
  }

  test('are there once, however often they are loaded', async ({ assert }) => {
    const once = await countsOf()
    await load()
    assert.deepEqual(await countsOf(), once)
    assert.lengthOf(await Line.all(), 5)
    assert.lengthOf(await Counter.all(), 6)
  })

  test('are fed by the services of their place', async ({ assert }) => {
    const fed = await db
      .from('queue_caller_line_services as f')
      .join('queue_caller_lines as l', 'l.id', 'f.line_id')
      .join('scheduling_services as s', 's.id', 'f.service_id')
      .orderBy('l.id')
      .select('l.letter', 's.slug')
    assert.deepEqual(
      fed.map(({ letter, slug }: { letter: string; slug: string }) => `${letter} ${slug}`),
      ['A fitting', 'B identity-card', 'C change-of-address', 'D social-advice']
    )
  })

  test('have two weeks of days with 40 to 80 tickets that are over', async ({ assert }) => {
    const tickets = await Ticket.query().where('day', '<', '2026-11-24')
    const days = Map.groupBy(tickets, ({ locationId, day }) => `${locationId} ${day}`)
    assert.equal(days.size, 28)
    for (const [day, own] of days) {
      assert.isAtLeast(own.length, 40, day)
      assert.isAtMost(own.length, 80, day)
      assert.isTrue(own.every(({ state, endedAt }) => isOver(state) && endedAt !== null))
    }
    const states = new Set(tickets.map(({ state }) => state))
    assert.includeMembers([...states], ['served', 'no_show', 'left'])
  })

  test('have a log that ends in what each ticket is, in order of time', async ({ assert }) => {
    const tickets = await Ticket.all()
    const events: Event[] = await db.from('queue_caller_events').orderBy('id')
    const logs = Map.groupBy(events, (event) => event.ticket_id)
    const wrong = tickets.filter((ticket) => {
      const log = logs.get(ticket.id)!
      const times = log.map(({ at }) => Number(at))
      const calls = log.filter(({ kind }) => kind === 'called').length
      return (
        log[0].kind !== 'issued' ||
        Number(log[0].at) !== ticket.issuedAt ||
        log.at(-1)!.state !== ticket.state ||
        calls !== ticket.calls ||
        times.some((at, index) => index > 0 && at < times[index - 1])
      )
    })
    assert.deepEqual(
      wrong.map(({ id }) => id),
      []
    )
    assert.isTrue(events.some(({ kind }) => kind === 'transferred'))
  })

  test('tell of times that can be: issued, called, started, ended', async ({ assert }) => {
    const served = await Ticket.query().where('state', 'served')
    const wrong = served.filter(({ issuedAt, calledAt, startedAt, endedAt }) => {
      const isInOrder = issuedAt <= calledAt! && calledAt! < startedAt! && startedAt! < endedAt!
      return !isInOrder || endedAt! - startedAt! > 120 * 60_000
    })
    assert.deepEqual(
      wrong.map(({ code, day }) => `${code} ${day}`),
      []
    )
    assert.isAbove(served.filter(({ toldTo }) => toldTo !== null).length / served.length, 0.9)
  })

  test('have some who wait now, and nobody at a counter to call them', async ({ assert }) => {
    const today = await Ticket.query().where('day', '2026-11-24').whereNull('reservationId')
    const places = Map.groupBy(today, ({ locationId }) => locationId)
    assert.deepEqual(
      [...places.values()].map((own) => own.length),
      [6, 6]
    )
    assert.isTrue(today.every(({ state, calls }) => state === 'waiting' && calls === 0))
    const open = await db.from('queue_caller_sessions').whereNull('closed_at')
    assert.lengthOf(open, 0)
  })
})

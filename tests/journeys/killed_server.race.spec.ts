import { test } from '@japa/runner'
import { repetitions } from '#tests/kit/repetitions'
import { engineUnderTest, startServer, type TestServer } from '#tests/kit/servers'
import { numberOn, type Booker } from '#tests/journeys/booker'
import { HALVES } from '#tests/journeys/halves'
import { killDuringBookings, type Told } from '#tests/journeys/kill_round'
import { freeStarts, layOut, type Planner } from '#tests/journeys/planners'
import { VIOLATIONS } from '#tests/scheduling/invariants'

const CUSTOMERS = 20
/** Milliseconds after which the server is dead at the latest. */
const WITHIN = 500

type Stored = { email: string; number: string; count: number }

test.group('kill -9 during bookings', (group) => {
  let server: TestServer
  let planner: Planner
  let starts: number[]
  const told: Told = { acknowledged: [], unanswered: [], errors: [] }

  group.setup(async () => {
    server = await startServer({ env: { PLUGINS: 'booking', TEST_CAPTCHA: 'fake' } })
    const wish = { name: 'busy', resources: 20, service: { durationMinutes: 30 } }
    planner = (await layOut(server, [{ ...wish, name: 'busy' as const }])).busy
    const weeks = await Promise.all(
      [2, 9, 16, 23, 30].map((day) => freeStarts(server, planner, day))
    )
    starts = [...new Set(weeks.flat())]
    return async () => void (await server.stop())
  })

  /** A look from outside that ends before the server starts again, as a backup would take it. */
  async function lookInside(): Promise<Map<string, Stored>> {
    const rows = await server.place.rows()
    try {
      for (const [violation, sql] of Object.entries({ ...VIOLATIONS, ...HALVES })) {
        const found = await rows.query(sql)
        if (found.length > 0) throw new Error(`${violation}: ${JSON.stringify(found)}`)
      }
      if (engineUnderTest() === 'sqlite') {
        const [{ integrity_check: integrity }] = await rows.query<{ integrity_check: string }>(
          'pragma integrity_check'
        )
        if (integrity !== 'ok') throw new Error(integrity)
      }
      const stored = await rows.query<Stored>(
        `select c.email, max(r.number) as number, count(*) as count from booking_appointments a
         join customers_customers c on c.id = a.customer_id
         join scheduling_reservations r on r.id = a.reservation_id group by c.email`
      )
      return new Map(stored.map((row) => [row.email, row]))
    } finally {
      await rows.close()
    }
  }

  /** Compares what customers were told with what is stored; answers the lost ones that were kept. */
  function compare(stored: Map<string, Stored>): number {
    for (const { email, number } of told.acknowledged) {
      const row = stored.get(email)
      if (!row || Number(row.count) !== 1) throw new Error(`${email} was booked, then lost`)
      if (number !== null && row.number !== number) throw new Error(`${email} has another number`)
    }
    const known = new Set(told.acknowledged.map(({ email }) => email))
    const unanswered = new Set(told.unanswered.map(({ email }) => email))
    const strangers = [...stored.keys()].filter((it) => !known.has(it) && !unanswered.has(it))
    if (strangers.length > 0) throw new Error(`Nobody sent these: ${strangers.join()}`)
    return told.unanswered.filter(({ email }) => stored.has(email)).length
  }

  /** Sends every lost form again: the same booking when it was kept, a first one when it was not. */
  async function sendAgain(stored: Map<string, Stored>): Promise<void> {
    const again = async (booker: Booker) => {
      const answer = await booker.confirm()
      if (answer.status !== 303) throw new Error(`Sending again answered ${answer.status}`)
      const number = numberOn(await booker.client.get(answer.location!))
      const before = stored.get(booker.email)
      if (before && before.number !== number) throw new Error(`${booker.email} has two numbers`)
      told.acknowledged.push({ email: booker.email, ticket: answer.location!, number })
    }
    await Promise.all(told.unanswered.splice(0).map(again))
  }

  /** Tickets whose page was lost with the server open now. */
  async function openTickets(): Promise<void> {
    const client = server.client()
    for (const entry of told.acknowledged.filter(({ number }) => number === null)) {
      entry.number = numberOn(await client.get(entry.ticket))
      if (entry.number === null) throw new Error(`${entry.ticket} shows no number`)
    }
  }

  test('B10 what a customer was told is there, what nobody was told is whole or absent', async ({
    assert,
  }) => {
    // 200 in all: the proof runs them on SQLite and on PostgreSQL.
    const rounds = repetitions('rounds of kill -9 during bookings', { test: 4, proof: 100 })
    const began = performance.now()
    const sum = { lost: 0, kept: 0, boots: 0 }
    for (let round = 0; round < rounds; round++) {
      await killDuringBookings(
        server,
        { planner, starts, customers: CUSTOMERS, within: WITHIN },
        told
      )
      const stored = await lookInside()
      sum.lost += told.unanswered.length
      sum.kept += compare(stored)
      const boot = performance.now()
      await server.start()
      sum.boots += performance.now() - boot
      await sendAgain(stored)
      await openTickets()
    }
    const stored = await lookInside()
    compare(stored)
    const seconds = ((performance.now() - began) / 1000).toFixed(0)
    console.log(
      `      ${engineUnderTest()}, ${rounds} rounds in ${seconds} s (a start takes ${(sum.boots / rounds).toFixed(0)} ms):`,
      `${told.acknowledged.length} acknowledged, ${stored.size} stored,`,
      `${sum.lost} answers lost, ${sum.kept} of them stored whole`
    )
    assert.deepEqual(told.errors, [])
    assert.equal(stored.size, told.acknowledged.length)
    assert.isAbove(stored.size, rounds)
  })
})

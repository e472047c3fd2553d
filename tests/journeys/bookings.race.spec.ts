import { setTimeout as wait } from 'node:timers/promises'
import { test } from '@japa/runner'
import type { Answer } from '#tests/kit/http'
import { openMailbox, type Mailbox } from '#tests/kit/mailbox'
import { repetitions } from '#tests/kit/repetitions'
import { engineUnderTest, startServer, type TestServer } from '#tests/kit/servers'
import { Booker, numberOn, outcomeOf, type Outcome } from '#tests/journeys/booker'
import { HALVES } from '#tests/journeys/halves'
import { freeStarts, layOut, type Planner } from '#tests/journeys/planners'
import { VIOLATIONS } from '#tests/scheduling/invariants'

const CLIENTS = 200
type Name = 'one' | 'five' | 'group' | 'overlapping' | 'late' | 'lates' | 'twice'

function report(what: string, outcome: Outcome): Outcome {
  const counts = Object.entries(outcome).map(([name, count]) => `${count} ${name}`)
  console.log(`      ${engineUnderTest()}, ${what}: ${counts.join(', ')}`)
  return outcome
}

for (const processes of [1, 2]) {
  test.group(`races through HTTP on ${processes} server process(es)`, (group) => {
    let servers: TestServer[]
    let planners: Record<Name, Planner>
    let mailbox: Mailbox
    let booked = 0

    group.setup(async () => {
      mailbox = await openMailbox()
      const env = { PLUGINS: 'booking', TEST_CAPTCHA: 'fake', ...mailbox.env }
      const first = await startServer({ env })
      servers = [first]
      while (servers.length < processes) servers.push(await startServer({ beside: first }))
      planners = await layOut<Name>(first, [
        { name: 'one' },
        { name: 'five', service: { capacity: 5 } },
        { name: 'group', resources: 3 },
        { name: 'overlapping', service: { durationMinutes: 45, stepMinutes: 15 } },
        { name: 'late' },
        { name: 'lates', service: { capacity: 5 } },
        { name: 'twice' },
      ])
      return async () => {
        for (const server of servers.toReversed()) await server.stop()
        await mailbox.close()
      }
    })

    const crowd = (planner: Planner, size = CLIENTS) =>
      Array.from({ length: size }, (_, i) => new Booker(servers[i % processes], planner))
    const stored = async (planner: Planner, state: string) => {
      const sql = `select count(*) as count from scheduling_reservations where service_id = ? and state = ?`
      const [{ count }] = await servers[0].query<{ count: number }>(sql, [planner.service, state])
      return Number(count)
    }

    for (const [name, places] of [
      ['one', 1],
      ['five', 5],
      ['group', 3],
    ] as const) {
      test(`B11 200 choose a time with ${places} place(s): ${places} hold it, the others see other times`, async ({
        assert,
      }) => {
        const planner = planners[name]
        const [start] = await freeStarts(servers[0], planner)
        const answers = await Promise.all(crowd(planner).map((booker) => booker.choose(start)))
        const outcome = report(`200 for ${places} place(s)`, outcomeOf(answers))
        assert.deepEqual(outcome, { booked: places, refused: CLIENTS - places })
        assert.equal(await stored(planner, 'held'), places)
      })
    }

    test('B11 200 choose overlapping unequal times: nothing overlaps', async ({ assert }) => {
      const planner = planners.overlapping
      const starts = (await freeStarts(servers[0], planner)).slice(0, 20)
      const answers = await Promise.all(
        crowd(planner).map((booker, i) => booker.choose(starts[i % starts.length]))
      )
      const { booked: held, refused } = report('200 for overlapping times', outcomeOf(answers))
      assert.equal(held + refused, CLIENTS)
      assert.equal(await stored(planner, 'held'), held)
      // 20 starts of 45 minutes every 15: at least every fifth fits between the others.
      assert.isAtLeast(held, 4)
    })

    for (const [name, places] of [
      ['late', 1],
      ['lates', 5],
    ] as const) {
      test(`B11 all forms for ${places} place(s) are sent at once: ${places} become appointments`, async ({
        assert,
      }) => {
        const size = repetitions('forms sent at once for one time', { test: 60, proof: CLIENTS })
        const planner = planners[name]
        const [start] = await freeStarts(servers[0], planner)
        const bookers = crowd(planner, size)
        for (const booker of bookers) await booker.prepare(start)

        const answers = await Promise.all(bookers.map((booker) => booker.confirm()))
        const outcome = report(`${size} forms for ${places} place(s)`, outcomeOf(answers))
        assert.deepEqual(outcome, { booked: places, refused: size - places })
        assert.equal(await stored(planner, 'confirmed'), places)
        booked += places
      })
    }

    test('B10 one form sent ten times at once is one booking with one number', async ({
      assert,
    }) => {
      const rounds = repetitions('double clicks', { test: 3, proof: 20 })
      const starts = await freeStarts(servers[0], planners.twice)
      const sum: Outcome = { booked: 0, refused: 0 }
      for (let round = 0; round < rounds; round++) {
        const booker = new Booker(servers[0], planners.twice)
        await booker.choose(starts[round * 2])
        await booker.fillIn()
        // Half of them are clicks on the same form, half come from forms of other tabs.
        const clicks = Array.from({ length: 10 }, (_, i) =>
          booker.confirm(`${booker.email}${i % 2 ? 0 : i}`, servers[i % processes].client())
        )
        const answers = await Promise.all(clicks)
        for (const [outcome, count] of Object.entries(outcomeOf(answers))) {
          sum[outcome] = (sum[outcome] ?? 0) + count
        }
        assert.lengthOf(await numbersBehind(booker, answers), 1)
        booked++
      }
      report(`${rounds} × 10 clicks`, sum)
      assert.deepEqual(sum, { booked: rounds * 10, refused: 0 })
      assert.equal(await stored(planners.twice, 'confirmed'), rounds)
    })

    test('B10 every success has its mail, and no refusal has one', async ({ assert }) => {
      for (let patience = 300; mailbox.mails.length < booked && patience > 0; patience--) {
        await wait(50)
      }
      await wait(200)
      report('mails', { sent: mailbox.mails.length, bookings: booked })
      assert.lengthOf(mailbox.mails, booked)
      assert.equal(new Set(mailbox.mails.flatMap(({ envelopeTo }) => envelopeTo)).size, booked)
    })

    test('B11 no invariant was broken and nothing is half done', async ({ assert }) => {
      for (const [violation, sql] of Object.entries({ ...VIOLATIONS, ...HALVES })) {
        assert.deepEqual(await servers[0].query(sql), [], violation)
      }
    })
  })
}

/** The different numbers on the tickets that these answers lead to. */
async function numbersBehind(booker: Booker, answers: Answer[]): Promise<(string | null)[]> {
  const tickets = await Promise.all(answers.map((answer) => booker.client.follow(answer)))
  return [...new Set(tickets.map(numberOn))]
}

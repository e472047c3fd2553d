import { test } from '@japa/runner'
import { NOW } from '#plugins/patient-visits/tests/clinic'
import type { RaceAnswer, RaceTask } from '#plugins/patient-visits/tests/race_process'
import { inProcesses } from '#tests/kit/processes'
import { summed } from '#tests/kit/race_ground'
import { repetitions } from '#tests/kit/repetitions'
import type { Rows } from '#tests/kit/rows'
import { engineUnderTest, newPlace } from '#tests/kit/servers'
import { VIOLATIONS } from '#tests/scheduling/invariants'

const PROCESS = 'plugins/patient-visits/tests/race_process.ts'
const PROCESSES = 4
const PATIENTS = 500
const PLACES = 520

const OWN_VIOLATIONS = {
  'a visit has lost its reservation': `
    select v.id from patient_visits_visits v join scheduling_reservations r on r.id = v.reservation_id
    where r.state <> 'confirmed' or r.customer_id <> v.customer_id`,
  'a change was counted that did not take place': `
    select v.id from patient_visits_visits v join scheduling_reservations r on r.id = v.reservation_id
    where v.changes <> r.sequence`,
}

test.group('500 patients among 520 places, in four processes', (group) => {
  let rows: Rows
  let env: Record<string, string | undefined>
  let laidOut: RaceAnswer

  group.setup(async () => {
    const place = await newPlace('visits')
    env = { ...place.env, TEST_CLOCK: String(Date.parse(NOW)) }
    const task = { kind: 'prepare', patients: PATIENTS } as const
    ;[laidOut] = await inProcesses<RaceTask, RaceAnswer>(1, PROCESS, task, env)
    rows = await place.rows()
    return async () => {
      await rows.close()
      await place.drop()
    }
  })

  const count = async (sql: string) => Number((await rows.query<{ n: number }>(sql))[0].n)

  test('V3 all change their dates at once: no place twice, no visit lost, no deadlock', async ({
    assert,
  }) => {
    assert.deepEqual(laidOut, { ok: PATIENTS, places: PLACES })
    const attempts = repetitions('changed dates of 500 patients', { test: 1000, proof: 4000 })
    const task = { kind: 'move', attempts: attempts / PROCESSES, seed: 20_270_112 } as const
    const answers = await inProcesses<RaceTask, RaceAnswer>(PROCESSES, PROCESS, task, env)
    const sum = summed(answers)
    const told = Object.entries(sum).map(([outcome, n]) => `${n} ${outcome}`)
    console.log(`      ${engineUnderTest()}, ${attempts} changes: ${told.toSorted().join(', ')}`)

    const known = ['moved_meanwhile', 'not_another_time', 'ok', 'slot_taken']
    assert.isEmpty(Object.keys(sum).filter((outcome) => !known.includes(outcome)))
    assert.equal(
      Object.values(sum).reduce((a, b) => a + b),
      attempts
    )
    assert.isAbove(sum.ok, attempts / 20)
    assert.isAbove(sum.slot_taken, attempts / 20)
    const sequences = 'select sum(sequence) as n from scheduling_reservations'
    assert.isAtMost(await count(sequences), sum.ok)
    for (const [what, sql] of Object.entries({ ...VIOLATIONS, ...OWN_VIOLATIONS })) {
      assert.isEmpty(await rows.query(sql), what)
    }
    assert.equal(await count('select count(*) as n from patient_visits_visits'), PATIENTS)
    const standing = `select count(*) as n from scheduling_reservations where state = 'confirmed'`
    assert.equal(await count(standing), PATIENTS)
  }).timeout(600_000)
})

import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from '@japa/runner'
import type { QuotaAnswer, QuotaTask } from '#tests/files/quota_process'
import { inProcesses } from '#tests/kit/processes'
import { summed } from '#tests/kit/race_ground'
import { repetitions } from '#tests/kit/repetitions'
import { engineUnderTest, newPlace } from '#tests/kit/servers'

const PROCESS = 'tests/files/quota_process.ts'
const PROCESSES = 2
const BYTES = 50_000
/** 1 MB holds twenty of them. */
const FIT = Math.floor(2 ** 20 / BYTES)

async function quotaPlace() {
  const place = await newPlace('quota')
  const run = (count: number, task: QuotaTask) =>
    inProcesses<QuotaTask, QuotaAnswer>(count, PROCESS, task, place.env)
  await run(1, { kind: 'prepare' })
  const rows = await place.rows()
  const drop = async () => {
    await rows.close()
    await place.drop()
  }
  return { folder: place.env.DATA_DIR!, run, rows, drop }
}

test.group('The quota in two processes', () => {
  test('many at its edge at once never pass it, and nothing is left of the refused', async ({
    assert,
    cleanup,
  }) => {
    const { folder, run, rows, drop } = await quotaPlace()
    cleanup(drop)
    const attempts = repetitions('files at the edge of the quota', { test: 60, proof: 600 })
    const answers = await run(PROCESSES, {
      kind: 'fill',
      attempts: attempts / PROCESSES,
      bytes: BYTES,
    })
    const counts = summed(answers)
    console.log(`      ${engineUnderTest()}, files at the edge: ${JSON.stringify(counts)}`)
    assert.deepEqual(counts, { ok: FIT, quota_full: attempts - FIT })

    const [{ bytes }] = await rows.query<{ bytes: number }>('select bytes from files_usage')
    const [{ total, sum }] = await rows.query<{ total: number; sum: number }>(
      'select count(*) as total, sum(bytes) as sum from files_files'
    )
    assert.deepEqual([bytes, total, sum].map(Number), [FIT * BYTES, FIT, FIT * BYTES])
    const stored = readdirSync(join(folder, 'files'), { recursive: true, withFileTypes: true })
    assert.lengthOf(
      stored.filter((entry) => entry.isFile()),
      FIT
    )
  })
})

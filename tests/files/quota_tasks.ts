import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { receiveFile } from '#core/files'
import { dataFolder, installedPluginIds, migrate, SYSTEM, transaction } from '#core/platform'
import { saveSetting } from '#core/settings'
import { quotaMegabytes } from '#app/files/settings'
import { probeUse } from '#tests/files/probe_use'
import type { QuotaAnswer, QuotaTask } from '#tests/files/quota_process'

/** Migrates an empty database, in which all files together may take 1 MB. */
export async function prepare(): Promise<QuotaAnswer> {
  await migrate(installedPluginIds())
  await transaction((trx) => saveSetting(trx, quotaMegabytes, 1, SYSTEM))
  return {}
}

/** Sends so many files, several at a time, and counts how they ended. */
export async function fill(
  { attempts, bytes }: Extract<QuotaTask, { kind: 'fill' }>,
  atOnce: number
): Promise<QuotaAnswer> {
  const path = join(dataFolder('test'), `${process.pid}.txt`)
  writeFileSync(path, Buffer.alloc(bytes, 'a'))
  const file = { path, name: 'a.txt', declaredType: 'text/plain' }
  const answer: QuotaAnswer = {}
  let next = 0
  const lane = async () => {
    while (next++ < attempts) {
      const outcome = await receiveFile(probeUse, file).then(
        (taken) => (taken.ok ? 'ok' : taken.reason),
        (error: Error) => `error ${error.message}`
      )
      answer[outcome] = (answer[outcome] ?? 0) + 1
    }
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
  return answer
}

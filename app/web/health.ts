import { constants } from 'node:fs'
import { access, statfs } from 'node:fs/promises'
import db from '@adonisjs/lucid/services/db'
import {
  contributions,
  dataFolder,
  enabledPluginIds,
  errorRecord,
  waitingMigrations,
} from '#core/platform'

export type HealthState = { ok: boolean; detail?: string }

/** Something that must be right for this installation to serve; contributed under `health`. */
export type HealthCheck = {
  /** Prefixed with module or plugin, e.g. `scheduling.guards`. */
  id: string
  /** Answers in a moment; `detail` is for staff and names no person. */
  check(): Promise<HealthState>
  /** Shown to staff, but no reason to take this process out of service. */
  advisory?: boolean
}

export type HealthReport = HealthState & { id: string; advisory: boolean }

const LONGEST_MS = 3000
const LEAST_FREE_BYTES = 50 * 1024 * 1024

export const databaseAnswers: HealthCheck = {
  id: 'web.database',
  async check() {
    await db.rawQuery('select 1')
    return { ok: true }
  },
}

export const dataFolderIsWritable: HealthCheck = {
  id: 'web.disk',
  async check() {
    const folder = dataFolder()
    await access(folder, constants.W_OK)
    const { bavail, bsize } = await statfs(folder)
    const hasRoom = bavail * bsize >= LEAST_FREE_BYTES
    return hasRoom ? { ok: true } : { ok: false, detail: 'less than 50 MB free in DATA_DIR' }
  },
}

/** Nothing is missing in the schema; more than we know is fine while a newer version starts. */
export const schemaIsCurrent: HealthCheck = {
  id: 'web.schema',
  async check() {
    const owners = [null, ...(await enabledPluginIds())]
    const waiting = await Promise.all(owners.map(waitingMigrations))
    const total = waiting.reduce((sum, one) => sum + one, 0)
    return total === 0 ? { ok: true } : { ok: false, detail: `${total} migrations to run` }
  },
}

/** Runs every check of the core and of enabled plugins side by side; none can hang the answer. */
export async function healthReports(): Promise<HealthReport[]> {
  const checks = (await contributions('health')).flatMap(({ value }) => value)
  return Promise.all(checks.map(runCheck))
}

async function runCheck({ id, check, advisory = false }: HealthCheck): Promise<HealthReport> {
  try {
    return { id, advisory, ...(await withinTime(check())) }
  } catch (error) {
    return { id, advisory, ok: false, detail: errorRecord(error).message }
  }
}

async function withinTime(state: Promise<HealthState>): Promise<HealthState> {
  const late = Promise.withResolvers<HealthState>()
  const timer = setTimeout(() => late.resolve({ ok: false, detail: 'no answer' }), LONGEST_MS)
  try {
    return await Promise.race([state, late.promise])
  } finally {
    clearTimeout(timer)
  }
}

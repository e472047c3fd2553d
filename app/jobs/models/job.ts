import { BaseModel, column } from '@adonisjs/lucid/orm'
import { instant, json } from '#core/platform'

export const JOB_STATES = ['waiting', 'running', 'done', 'failed', 'superseded'] as const

/**
 * `waiting` for its first run or a retry; `running` under a worker's lease; `superseded` when a
 * younger job with the same dedupe key took over its retry.
 */
export type JobState = (typeof JOB_STATES)[number]

export class Job extends BaseModel {
  static override table = 'jobs_jobs'

  @column({ isPrimary: true })
  declare id: number

  @column()
  declare publicId: string

  @column()
  declare kind: string

  @column()
  declare owner: string

  @json()
  declare payload: object

  @column()
  declare dedupeKey: string | null

  @column()
  declare state: JobState

  @instant()
  declare runAt: number

  @column()
  declare attempts: number

  @column()
  declare claimedBy: string | null

  @instant()
  declare claimedUntil: number | null

  @column()
  declare lastError: string | null

  @instant()
  declare createdAt: number

  @instant()
  declare finishedAt: number | null

  @column()
  declare version: number
}

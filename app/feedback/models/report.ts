import { beforeCreate, column } from '@adonisjs/lucid/orm'
import type { Locale } from '#core/organisation'
import { instant, randomId, VersionedModel } from '#core/platform'

export const REPORT_STATES = ['open', 'answered'] as const
export type ReportState = (typeof REPORT_STATES)[number]

/** A barrier that somebody tells of, who need not say who they are. */
export class Report extends VersionedModel {
  static override table = 'feedback_reports'

  @column()
  declare publicId: string

  /** Where it is, in the words of whoever wrote. */
  @column()
  declare page: string | null

  @column()
  declare problem: string

  @column()
  declare name: string | null

  /** Where an answer goes; null of who wants none. */
  @column()
  declare email: string | null

  /** In which they wrote, and read an answer. */
  @column()
  declare locale: Locale

  @column()
  declare state: ReportState

  @instant()
  declare answeredAt: number | null

  @beforeCreate()
  static fillDefaults(report: Report) {
    report.publicId ??= randomId()
    report.state ??= 'open'
  }
}

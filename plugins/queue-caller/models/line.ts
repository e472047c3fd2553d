import { beforeCreate, column } from '@adonisjs/lucid/orm'
import type { Translated } from '#core/organisation'
import { flag, json, keepWhole, VersionedModel } from '#core/platform'
import type { LineWeek } from '#plugins/queue-caller/domain/line_hours'

/** People who wait for the same thing at one location: docs/domain/queue.md. */
export class Line extends VersionedModel {
  static override table = 'queue_caller_lines'

  @column()
  declare locationId: number

  /** Single, so that `A042` is never mistaken for an appointment's `AA042` (Q2). */
  @column()
  declare letter: string

  @json()
  declare name: Translated

  @column()
  declare firstNumber: number

  @column()
  declare lastNumber: number

  /** So many tickets the kiosk gives out on one day; null is no limit. */
  @column()
  declare contingent: number | null

  /** When tickets are given out; null: while the location is open. */
  @json()
  declare hours: LineWeek | null

  /** Q5: further calls of somebody who is absent, and how far they are apart. */
  @column()
  declare extraCalls: number

  @column()
  declare intervalMinutes: number

  /** So long after a call a counter on automatic says absent by itself. */
  @column()
  declare graceSeconds: number

  /** An appointment that checked in may be called so long before its time. */
  @column()
  declare earlyMinutes: number

  /** So long after its time an appointment that checks in keeps its place. */
  @column()
  declare lateMinutes: number

  /** Q3: appointments in a row while a walk-in waits. */
  @column()
  declare mostInARow: number

  /** Q3: no walk-in waits longer because of appointments. */
  @column()
  declare longestWaitMinutes: number

  /** Waits up to this are within the target. */
  @column()
  declare targetMinutes: number

  /** How long serving takes as long as nobody has been served. */
  @column()
  declare serviceMinutes: number

  @column()
  declare position: number

  @flag()
  declare active: boolean

  @beforeCreate()
  static fillDefaults(line: Line) {
    line.firstNumber ??= 1
    line.lastNumber ??= 999
    line.extraCalls ??= 3
    line.intervalMinutes ??= 10
    line.graceSeconds ??= 90
    line.earlyMinutes ??= 0
    line.lateMinutes ??= 15
    line.mostInARow ??= 2
    line.longestWaitMinutes ??= 60
    line.targetMinutes ??= 20
    line.serviceMinutes ??= 10
    line.position ??= 0
    line.active ??= true
  }
}

keepWhole(Line)

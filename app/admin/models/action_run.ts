import { BaseModel, column } from '@adonisjs/lucid/orm'
import type { Locale } from '#core/organisation'
import { instant, json } from '#core/platform'

/** Id of a record and the lang key of why nothing was done with it. */
export type Refused = readonly [id: number, reason: string]

/** An action at work on many records: how far it is, and what it could not do. */
export class ActionRun extends BaseModel {
  static override table = 'admin_action_runs'

  @column({ isPrimary: true })
  declare id: number

  @column()
  declare publicId: string

  /** Of the form that asked for it: a second submit finds the first one's run. */
  @column()
  declare key: string

  @column()
  declare userId: number

  @column()
  declare locale: Locale

  /** `booking.appointments.cancel` */
  @column()
  declare action: string

  @json()
  declare ids: number[]

  /** What was typed into the form of the action. */
  @json()
  declare input: Record<string, unknown>

  /** Address of the list in which the records were chosen. */
  @column()
  declare back: string

  @column()
  declare state: 'running' | 'done' | 'failed'

  /** How many of the records have had their turn. */
  @column()
  declare position: number

  @column()
  declare done: number

  @json()
  declare refused: Refused[]

  @instant()
  declare createdAt: number

  @instant()
  declare finishedAt: number | null

  /** `booking.appointments`, or what somebody adds to it. */
  get sourceId(): string {
    return this.action.slice(0, this.action.lastIndexOf('.'))
  }

  get actionId(): string {
    return this.action.slice(this.action.lastIndexOf('.') + 1)
  }

  get isOver(): boolean {
    return this.state !== 'running'
  }
}

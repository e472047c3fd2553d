import { BaseModel, belongsTo, column } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { flag, instant } from '#core/platform'
import { Counter } from '#plugins/queue-caller/models/counter'

/** Somebody at a counter, from when they sit down until they leave it. */
export class CounterSession extends BaseModel {
  static override table = 'queue_caller_sessions'

  @column({ isPrimary: true })
  declare id: number

  @column()
  declare counterId: number

  @column()
  declare userId: number

  /** Q4: takes the next due ticket by itself as soon as it is free. */
  @flag()
  declare automatic: boolean

  @instant()
  declare openedAt: number

  /** Since when nobody is called here; null while people are. */
  @instant()
  declare pausedAt: number | null

  @instant()
  declare closedAt: number | null

  @belongsTo(() => Counter)
  declare counter: BelongsTo<typeof Counter>
}

import { beforeCreate, column, manyToMany } from '@adonisjs/lucid/orm'
import type { ManyToMany } from '@adonisjs/lucid/types/relations'
import { flag, keepWhole, VersionedModel } from '#core/platform'
import { Line } from '#plugins/queue-caller/models/line'

/** Where people are served. */
export class Counter extends VersionedModel {
  static override table = 'queue_caller_counters'

  @column()
  declare locationId: number

  /** As it stands on screens and above the counter, e.g. "Counter 3" or "Room 12". */
  @column()
  declare label: string

  /** What the voice says after "counter": a number up to 99 or a letter; null says no name. */
  @column()
  declare spoken: string | null

  @column()
  declare position: number

  @flag()
  declare active: boolean

  @manyToMany(() => Line, {
    pivotTable: 'queue_caller_counter_lines',
    pivotForeignKey: 'counter_id',
    pivotRelatedForeignKey: 'line_id',
  })
  declare lines: ManyToMany<typeof Line>

  @beforeCreate()
  static fillDefaults(counter: Counter) {
    counter.position ??= 0
    counter.active ??= true
  }
}

keepWhole(Counter)

import { belongsTo, column } from '@adonisjs/lucid/orm'
import { instant, VersionedModel } from '#core/platform'
import { Location } from '#core/organisation'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'

/** An interval in which a resource, or a whole location, takes nobody. */
export class Block extends VersionedModel {
  static override table = 'scheduling_blocks'

  @column()
  declare locationId: number

  /** Null: every resource of the location. */
  @column()
  declare resourceId: number | null

  @instant()
  declare startsAt: number

  @instant()
  declare endsAt: number

  @column()
  declare reason: string | null

  @belongsTo(() => Location)
  declare location: BelongsTo<typeof Location>
}

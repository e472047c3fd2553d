import { beforeCreate, belongsTo, column } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import type { Translated } from '#core/organisation'
import { flag, json, randomId, VersionedModel } from '#core/platform'
import type { Kind } from '#plugins/helpdesk/domain/intake'
import type { Impact } from '#plugins/helpdesk/domain/priority'
import { ServiceLevel } from '#plugins/helpdesk/models/service_level'
import { Team } from '#plugins/helpdesk/models/team'

/** A place of the guided menu as it is being edited; customers see what was published. */
export class IntakeNode extends VersionedModel {
  static override table = 'helpdesk_intake_nodes'

  /** The same in every version, so that the way of old tickets can still be told. */
  @column()
  declare key: string

  @column()
  declare parentId: number | null

  @json()
  declare label: Translated

  @json()
  declare hint: Translated | null

  /** What is asked where one of those below is chosen. */
  @json()
  declare question: Translated | null

  @column()
  declare position: number

  /** True: here the menu ends. */
  @flag()
  declare isNeed: boolean

  @column()
  declare kind: Kind | null

  @column()
  declare impact: Impact | null

  @column()
  declare teamId: number | null

  @column()
  declare serviceLevelId: number | null

  @column()
  declare formId: number | null

  @belongsTo(() => Team)
  declare team: BelongsTo<typeof Team>

  @belongsTo(() => ServiceLevel)
  declare serviceLevel: BelongsTo<typeof ServiceLevel>

  @beforeCreate()
  static fillDefaults(node: IntakeNode) {
    node.key ??= randomId()
    node.position ??= 0
    node.isNeed ??= false
  }
}

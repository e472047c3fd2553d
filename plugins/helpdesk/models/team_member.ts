import { BaseModel, beforeCreate, belongsTo, column } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { User } from '#core/accounts'
import { flag } from '#core/platform'

/** A member of staff in a team. */
export class TeamMember extends BaseModel {
  static override table = 'helpdesk_team_members'

  @column({ isPrimary: true })
  declare id: number

  @column()
  declare teamId: number

  @column()
  declare userId: number

  /** Is told when a deadline of the team is missed. */
  @flag()
  declare leads: boolean

  @belongsTo(() => User)
  declare user: BelongsTo<typeof User>

  @beforeCreate()
  static fillDefaults(member: TeamMember) {
    member.leads ??= false
  }
}

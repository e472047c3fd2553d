import { beforeCreate, column, hasMany } from '@adonisjs/lucid/orm'
import type { HasMany } from '@adonisjs/lucid/types/relations'
import { flag, keepWhole, VersionedModel } from '#core/platform'
import { TeamMember } from '#plugins/helpdesk/models/team_member'

/** Those who work on the same tickets. */
export class Team extends VersionedModel {
  static override table = 'helpdesk_teams'

  @column()
  declare name: string

  @flag()
  declare active: boolean

  @column()
  declare position: number

  @hasMany(() => TeamMember)
  declare members: HasMany<typeof TeamMember>

  @beforeCreate()
  static fillDefaults(team: Team) {
    team.active ??= true
    team.position ??= 0
  }
}

keepWhole(Team)

import { beforeCreate, column } from '@adonisjs/lucid/orm'
import type { Translated } from '#core/organisation'
import { flag, json, VersionedModel } from '#core/platform'

/** Words that are sent often, by language, with places for what differs. */
export class Template extends VersionedModel {
  static override table = 'helpdesk_templates'

  @column()
  declare name: string

  @json()
  declare text: Translated

  /** Null: for every team. */
  @column()
  declare teamId: number | null

  @flag()
  declare active: boolean

  @column()
  declare position: number

  @beforeCreate()
  static fillDefaults(template: Template) {
    template.teamId ??= null
    template.active ??= true
    template.position ??= 0
  }
}

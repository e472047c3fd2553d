import { beforeCreate, column } from '@adonisjs/lucid/orm'
import type { Locale, Translated } from '#core/organisation'
import { flag, json, keepWhole, VersionedModel } from '#core/platform'
import type { ScreenPreset } from '#plugins/queue-caller/domain/screen_presets'

/** What a waiting-room screen shows; several devices may show the same. */
export class Screen extends VersionedModel {
  static override table = 'queue_caller_screens'

  @column()
  declare locationId: number

  @column()
  declare name: string

  @column()
  declare preset: ScreenPreset

  /** Empty: all lines of the location. */
  @json()
  declare lineIds: number[]

  /** Of the preset `counter`. */
  @column()
  declare counterId: number | null

  /** Shown and spoken in turn. */
  @json()
  declare locales: Locale[]

  @json()
  declare notice: Translated

  @flag()
  declare sound: boolean

  @beforeCreate()
  static fillDefaults(screen: Screen) {
    screen.preset ??= 'lines'
    screen.lineIds ??= []
    screen.notice ??= {}
    screen.sound ??= true
  }
}

keepWhole(Screen)

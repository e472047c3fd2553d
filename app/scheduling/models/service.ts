import { beforeCreate, column, hasMany, manyToMany } from '@adonisjs/lucid/orm'
import { flag, json, keepWhole, VersionedModel } from '#core/platform'
import { Location, type Translated } from '#core/organisation'
import { Requirement } from '#app/scheduling/models/requirement'
import type { HasMany, ManyToMany } from '@adonisjs/lucid/types/relations'

export const CONFIRMATION_MODES = ['instant', 'mail'] as const
export type ConfirmationMode = (typeof CONFIRMATION_MODES)[number]

/** What can be booked. Texts are per language; times are minutes. */
export class Service extends VersionedModel {
  static override table = 'scheduling_services'

  /** Stable word in links, e.g. `/booking?service=fitting`. */
  @column()
  declare slug: string

  @json()
  declare name: Translated

  @json()
  declare description: Translated | null

  /** What to bring or do before; on the ticket. */
  @json()
  declare preparation: Translated | null

  @column()
  declare durationMinutes: number

  /** Distance of two starts; need not be the duration. */
  @column()
  declare stepMinutes: number

  /** Buffers keep places free around the appointment and add up with those of the neighbour. */
  @column()
  declare bufferBeforeMinutes: number

  @column()
  declare bufferAfterMinutes: number

  @column()
  declare minNoticeMinutes: number

  /** The public may book up to so many local days after today. */
  @column()
  declare horizonDays: number

  /** People in one session; 1 unless it is a group appointment. */
  @column()
  declare capacity: number

  /** Doubled in appointment numbers: `A` gives `AA042`. */
  @column()
  declare letter: string

  @flag()
  declare active: boolean

  /** False: only staff book it. */
  @flag()
  declare public: boolean

  /**
   * Id of the plugin that alone offers it, in its own way: as visits, say. Null: it is offered
   * wherever services are booked.
   */
  @column()
  declare offeredBy: string | null

  @column()
  declare formId: number | null

  @column()
  declare confirmationMode: ConfirmationMode

  @column()
  declare position: number

  @hasMany(() => Requirement)
  declare requirements: HasMany<typeof Requirement>

  @manyToMany(() => Location, { pivotTable: 'scheduling_service_locations' })
  declare locations: ManyToMany<typeof Location>

  @beforeCreate()
  static fillDefaults(service: Service) {
    service.bufferBeforeMinutes ??= 0
    service.bufferAfterMinutes ??= 0
    service.minNoticeMinutes ??= 0
    service.horizonDays ??= 60
    service.capacity ??= 1
    service.active ??= true
    service.public ??= true
    service.confirmationMode ??= 'instant'
    service.position ??= 0
    service.offeredBy ??= null
  }
}

keepWhole(Service)

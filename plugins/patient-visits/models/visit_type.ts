import { beforeCreate, belongsTo, column } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { flag, keepWhole, randomId, VersionedModel } from '#core/platform'
import { Service } from '#core/scheduling'
import type { ReasonMode } from '#plugins/patient-visits/domain/cancel_reason'
import type { SelfService } from '#plugins/patient-visits/domain/self_service'
import { Clinic } from '#plugins/patient-visits/models/clinic'

/** `unit`: what patients book or change is a request until staff confirm it. */
export const CONFIRMED_BY = ['at_once', 'unit'] as const
export type ConfirmedBy = (typeof CONFIRMED_BY)[number]

/** A service of the core that patients book as a visit, with what they may do themselves. */
export class VisitType extends VersionedModel {
  static override table = 'patient_visits_visit_types'

  /** In addresses, which browsers and logs keep: they must not tell what a patient comes for. */
  @column()
  declare publicId: string

  @column()
  declare serviceId: number

  @column()
  declare clinicId: number

  @column()
  declare confirmedBy: ConfirmedBy

  /** False: patients see these visits, and change them through the unit. */
  @flag()
  declare selfService: boolean

  @column()
  declare changeUntilHours: number

  @column()
  declare cancelUntilHours: number

  /** Changes of one visit by its patient; null: as many as they like. */
  @column()
  declare mostChanges: number | null

  /** Whether patients are asked why they cancel. */
  @column()
  declare reasonMode: ReasonMode

  @belongsTo(() => Service)
  declare service: BelongsTo<typeof Service>

  @belongsTo(() => Clinic)
  declare clinic: BelongsTo<typeof Clinic>

  @beforeCreate()
  static fillDefaults(type: VisitType) {
    type.publicId ??= randomId()
    type.confirmedBy ??= 'at_once'
    type.selfService ??= true
    type.changeUntilHours ??= 24
    type.cancelUntilHours ??= 4
    type.mostChanges ??= null
    type.reasonMode ??= 'optional'
  }
}

/** As the rules of docs/domain/visits.md take it. */
export const selfServiceOf = (
  type: Pick<VisitType, 'selfService' | 'changeUntilHours' | 'cancelUntilHours' | 'mostChanges'>
): SelfService => ({
  allowed: type.selfService,
  changeUntilHours: type.changeUntilHours,
  cancelUntilHours: type.cancelUntilHours,
  mostChanges: type.mostChanges,
})

keepWhole(VisitType)

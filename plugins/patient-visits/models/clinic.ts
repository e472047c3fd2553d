import { beforeCreate, column } from '@adonisjs/lucid/orm'
import type { Translated } from '#core/organisation'
import { flag, json, keepWhole, VersionedModel } from '#core/platform'

/** A department that patients know by name: cardiology, eye clinic. Texts are per language. */
export class Clinic extends VersionedModel {
  static override table = 'patient_visits_clinics'

  @json()
  declare name: Translated

  @json()
  declare description: Translated | null

  /** Asked about its visits here, else at the unit. */
  @column()
  declare phone: string | null

  @column()
  declare position: number

  @flag()
  declare active: boolean

  @beforeCreate()
  static fillDefaults(clinic: Clinic) {
    clinic.description ??= null
    clinic.phone ??= null
    clinic.position ??= 0
    clinic.active ??= true
  }
}

keepWhole(Clinic)

import { BaseModel, column } from '@adonisjs/lucid/orm'
import { clock, instant, json } from '#core/platform'
import { FALLBACK_LOCALE, LOCALES, type Locale } from '#app/organisation/domain/locales'
import type { Translated } from '#app/organisation/domain/translated'

/** The one organisation that runs this installation. */
export class Organisation extends BaseModel {
  static override table = 'organisation_profiles'

  @column({ isPrimary: true })
  declare id: number

  @column()
  declare name: string

  /** File name inside DATA_DIR/organisation; null shows the name alone. */
  @column()
  declare logo: string | null

  /** Colour as `#rrggbb`; null is the petrol of the product. */
  @column()
  declare accent: string | null

  @column()
  declare email: string | null

  @column()
  declare phone: string | null

  @column()
  declare address: string | null

  @json()
  declare legalNotice: Translated

  @json()
  declare privacyNotice: Translated

  @json()
  declare accessibilityStatement: Translated

  @json()
  declare help: Translated

  /** Languages offered to the public, in the order of the menu. */
  @json()
  declare locales: Locale[]

  @column()
  declare defaultLocale: Locale

  /** Hosts that may show our pages in a frame, e.g. `www.example.org`. */
  @json()
  declare allowedEmbedHosts: string[]

  @column()
  declare version: number

  @instant()
  declare updatedAt: number

  /** What is served until the operator has saved a profile. */
  static unsaved(): Organisation {
    return new Organisation().fill({ id: 1, version: 1, updatedAt: clock.now(), ...BLANK })
  }
}

const BLANK = {
  name: 'Sportello',
  logo: null,
  accent: null,
  email: null,
  phone: null,
  address: null,
  legalNotice: {},
  privacyNotice: {},
  accessibilityStatement: {},
  help: {},
  locales: [...LOCALES],
  defaultLocale: FALLBACK_LOCALE,
  allowedEmbedHosts: [],
}

import { BaseModel, column } from '@adonisjs/lucid/orm'
import { clock, instant, json } from '#core/platform'
import {
  OWN_TEXTS,
  type Assessor,
  type Conformance,
  type OwnText,
} from '#app/organisation/domain/legal_facts'
import type { Funding } from '#app/organisation/domain/funding'
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

  /** What stands above the list of cookies. */
  @json()
  declare cookieNotice: Translated

  /** When the operator last changed each of these texts; what was never changed is not in it. */
  @json()
  declare textsChangedAt: Partial<Record<OwnText, number>>

  /** Who may act for the organisation, e.g. its mayor. */
  @column()
  declare representedBy: string | null

  /** Name and address of the data protection officer, in lines. */
  @column()
  declare dataProtectionOfficer: string | null

  @column()
  declare conformance: Conformance

  /** What of the site is not accessible, and why. */
  @json()
  declare inaccessibleContent: Translated

  /** Local day of the last assessment, `2027-01-19`. */
  @column()
  declare assessedOn: string | null

  @column()
  declare assessedBy: Assessor

  /** To whom people turn whom an answer about accessibility did not help. */
  @json()
  declare enforcementBody: Translated

  @json()
  declare fundersHeading: Translated

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

  /** Its logos stand in the footer of every public page; read with the organisation. */
  funders: readonly Funding[] = []

  /** Call it before the row is saved: texts that differ from the stored ones changed now. */
  noteChangedTexts(now: number): void {
    const stored = (name: OwnText) => JSON.stringify(this.$original[name] ?? {})
    const changed = OWN_TEXTS.filter((name) => JSON.stringify(this[name]) !== stored(name))
    const times = Object.fromEntries(changed.map((name) => [name, now]))
    this.textsChangedAt = { ...this.textsChangedAt, ...times }
  }

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
  cookieNotice: {},
  textsChangedAt: {},
  representedBy: null,
  dataProtectionOfficer: null,
  conformance: 'partial' as const,
  inaccessibleContent: {},
  assessedOn: null,
  assessedBy: 'self' as const,
  enforcementBody: {},
  fundersHeading: {},
  locales: [...LOCALES],
  defaultLocale: FALLBACK_LOCALE,
  allowedEmbedHosts: [],
}

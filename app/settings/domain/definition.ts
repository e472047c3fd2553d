/** Where a setting holds: for the whole organisation, or with a value of its own per location. */
export type SettingScope = 'organisation' | 'location'

/** Why a value is refused; the sentence is `settings.errors.<reason>` with `limits` as arguments. */
export type SettingRefusal =
  | 'not_a_number'
  | 'not_whole'
  | 'too_small'
  | 'too_large'
  | 'not_a_choice'
  | 'too_long'
  | 'too_many'
  | 'required'
  | 'malformed'
  | 'not_an_email'
  | 'not_an_address'
  | 'not_an_amount'

/** The figures that the refusal's sentence names. */
export type Limits = Readonly<Record<string, string | number>>

export type Parsed<T> =
  { ok: true; value: T } | { ok: false; reason: SettingRefusal; limits: Limits }

/** What the form of the panel needs to know to render a field. */
export type SettingField =
  | { kind: 'number'; min: number; max: number; step: number }
  | { kind: 'minutes'; min: number; max: number }
  | { kind: 'money'; min: number; max: number; currency: string }
  | { kind: 'boolean' }
  | { kind: 'text'; maxLength: number; multiline: boolean }
  | { kind: 'email' | 'address' | 'secret'; maxLength: number }
  | { kind: 'translated'; maxLength: number; long: boolean }
  | { kind: 'choice'; choices: readonly string[] }
  | { kind: 'list'; maxItems: number; maxLength: number }

/** A typed field that an operator edits; see the `…Setting` functions. */
export interface SettingDefinition<T = unknown> {
  /** Owner and name, `booking.hold_minutes`; the label is `booking.settings.hold_minutes.label`. */
  readonly key: string
  readonly default: T
  readonly scope: SettingScope
  /** Says something about a person, so the audit trail notes the change without the values. */
  readonly personal: boolean
  /** Part of the page it stands in; its heading is `booking.settings.sections.<section>`. */
  readonly section: string
  readonly field: SettingField
  /** Reads a stored value, a form field or a variable: the same rules for all three. */
  readonly parse: (raw: unknown) => Parsed<T>
}

export interface SettingOptions<T> {
  default: T
  scope?: SettingScope
  personal?: boolean
  section?: string
}

export function define<T>(
  key: string,
  options: SettingOptions<T>,
  field: SettingField,
  parse: (raw: unknown) => Parsed<T>
): SettingDefinition<T> {
  const { default: value, scope = 'organisation', personal = false, section = '' } = options
  return { key, default: value, scope, personal, section, field, parse }
}

export const accepted = <T>(value: T): Parsed<T> => ({ ok: true, value })

export const refused = (reason: SettingRefusal, limits: Limits = {}): Parsed<never> => ({
  ok: false,
  reason,
  limits,
})

/** `booking.hold_minutes` → `SETTING_BOOKING_HOLD_MINUTES`, the variable that sets and locks it. */
export function settingVariable(setting: SettingDefinition): string {
  return `SETTING_${setting.key.replaceAll(/[.-]/g, '_').toUpperCase()}`
}

/** Lang key of the heading over a part of an owner's settings. */
export const sectionText = (owner: string, section: string): string =>
  `${owner}.settings.sections.${section}`

/** Lang key of the label, the help or the choices of a setting: `booking.settings.hold_minutes.label`. */
export function settingText(
  setting: SettingDefinition,
  part: 'label' | 'help' | 'choices'
): string {
  const [owner, ...name] = setting.key.split('.')
  return `${owner}.settings.${name.join('_')}.${part}`
}

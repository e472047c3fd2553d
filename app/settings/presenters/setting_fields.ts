import type { I18n } from '@adonisjs/i18n'
import {
  settingText,
  settingVariable,
  type Limits,
  type SettingField,
  type SettingRefusal,
} from '#app/settings/domain/definition'
import type { SettingState } from '#app/settings/queries/setting_catalogue'

/** What was typed for one setting and, where it was refused, why. */
export interface TypedSetting {
  raw: unknown
  refusal: { reason: SettingRefusal | 'locked' | 'not_per_location'; limits: Limits } | null
}

/** One field of the settings page; strings are plain text, to be escaped. */
export interface PresentedSetting {
  key: string
  /** Name of the control: `values[booking.hold_minutes]`. */
  name: string
  label: string
  hint: string
  field: SettingField
  /** What the control shows: a list has one item a line. */
  value: string
  checked: boolean
  choices: { value: string; label: string }[]
  /** Where the value in force comes from, in words. */
  source: string
  /** Set by a variable, which is then named: the field cannot be changed here. */
  lockedBy: string | null
  error: string | null
}

/** The settings of a page with what was typed into them, in the language of the reader. */
export function presentSettings(
  states: readonly SettingState[],
  i18n: I18n,
  typed: ReadonlyMap<string, TypedSetting> = new Map()
): PresentedSetting[] {
  return states.map((state) => presentSetting(state, i18n, typed.get(state.definition.key)))
}

function presentSetting(
  { definition, value, source }: SettingState,
  i18n: I18n,
  typed: TypedSetting | undefined
): PresentedSetting {
  const shown = typed ? typed.raw : value
  const refusal = typed?.refusal
  return {
    key: definition.key,
    name: `values[${definition.key}]`,
    label: i18n.t(settingText(definition, 'label')),
    hint: i18n.t(settingText(definition, 'help')),
    field: definition.field,
    value: asText(shown),
    checked: shown === true || shown === 'on' || shown === '1' || shown === 'true',
    choices: choicesOf(definition, i18n),
    source: i18n.t(`settings.sources.${source}`),
    lockedBy: source === 'variable' ? settingVariable(definition) : null,
    error: refusal ? i18n.t(`settings.errors.${refusal.reason}`, refusal.limits) : null,
  }
}

function choicesOf(definition: SettingState['definition'], i18n: I18n) {
  if (definition.field.kind !== 'choice') return []
  return definition.field.choices.map((value) => ({
    value,
    label: i18n.t(`${settingText(definition, 'choices')}.${value}`),
  }))
}

function asText(value: unknown): string {
  if (Array.isArray(value)) return value.join('\n')
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

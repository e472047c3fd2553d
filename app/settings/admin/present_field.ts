import { presentTexts, type Viewer } from '#core/admin'
import { settingText, settingVariable } from '#app/settings/domain/definition'
import { markOf } from '#app/settings/domain/seen'
import type { SettingState } from '#app/settings/queries/setting_catalogue'
import { seenMark } from '#app/settings/seen_mark'
import { fieldName } from '#app/settings/admin/typed_value'
import { amountText, choiceWord, valueWords } from '#app/settings/admin/value_words'

export type Typed = {
  errors?: Readonly<Record<string, string>>
  /** What was sent; null shows what is stored. */
  typed?: Readonly<Record<string, unknown>> | null
  /** Why nothing on the page can be changed by this person, if so. */
  closed?: string | null
  perLocation?: boolean
}

/** A setting as the page shows it: its control, where its value comes from, what it would be else. */
export async function presentField(state: SettingState, viewer: Viewer, typed: Typed) {
  const { definition, value, source } = state
  const { field } = definition
  const name = fieldName(definition)
  const isLocked = source === 'variable'
  const help = viewer.word(settingText(definition, 'help'), '')
  return {
    name,
    kind: field.kind,
    label: viewer.t(settingText(definition, 'label')),
    hint: help === '' ? undefined : help,
    error: typed.errors?.[name],
    locked: isLocked || Boolean(typed.closed),
    why: isLocked ? viewer.t('settings.sources.variable') : typed.closed,
    variable: isLocked ? settingVariable(definition) : null,
    words: valueWords(definition, value, viewer),
    seen: seenMark(definition, value),
    isSet: field.kind === 'secret' && value !== '',
    multiline: field.kind === 'list' || (field.kind === 'text' && field.multiline),
    ...(await controlOf(state, viewer, typed.typed ?? null)),
    ...originOf(state, viewer, typed.perLocation ?? false),
  }
}

async function controlOf(
  { definition, value }: SettingState,
  viewer: Viewer,
  typed: Readonly<Record<string, unknown>> | null
) {
  const { field } = definition
  const shown = typed ? typed[fieldName(definition)] : stored(field, value)
  if (field.kind === 'translated') {
    return { long: field.long, required: false, ...(await presentTexts(shown)) }
  }
  return {
    value: typeof shown === 'string' ? shown : '',
    checked: shown === true || shown === 'on',
    unit: 'currency' in field ? field.currency : null,
    options: optionsOf(definition, viewer),
  }
}

/** A stored value as its control takes it. A secret never leaves the server. */
function stored(field: SettingState['definition']['field'], value: unknown): unknown {
  if (field.kind === 'secret') return ''
  if (field.kind === 'money') return amountText(Number(value), field.currency)
  if (field.kind === 'boolean' || field.kind === 'translated') return value
  return Array.isArray(value) ? value.join('\n') : String(value ?? '')
}

function optionsOf(definition: SettingState['definition'], viewer: Viewer) {
  if (definition.field.kind !== 'choice') return []
  return definition.field.choices.map((value) => ({
    value,
    label: choiceWord(definition, value, viewer),
  }))
}

/** What else would hold, and the way back to it; for a value that follows, that it does. */
function originOf(
  { definition, source, value, inherited }: SettingState,
  viewer: Viewer,
  perLocation: boolean
) {
  const above = valueWords(definition, inherited, viewer).replaceAll('\n', ', ')
  const isOwn = source === (perLocation ? 'location' : 'organisation')
  if (definition.field.kind === 'secret' || source === 'variable') return { origin: null }
  if (!isOwn) {
    return { origin: perLocation ? viewer.t('settings.admin.page.follows') : null, restore: null }
  }
  if (!perLocation && markOf(value) === markOf(inherited)) return { origin: null, restore: null }
  const level = perLocation ? 'organisation' : 'default'
  return {
    origin: viewer.t(`settings.admin.page.above.${level}`, { value: above }),
    restore: viewer.t(`settings.admin.page.restore.${level}`),
  }
}

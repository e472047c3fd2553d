import type { Viewer } from '#core/admin'
import { urlFor } from '#core/platform'
import { settingText, type SettingDefinition } from '#app/settings/domain/definition'
import { settingStates, type SettingState } from '#app/settings/queries/setting_catalogue'

type Entered = {
  owner: unknown
  errors?: Record<string, string>
  typed?: Readonly<Record<string, unknown>>
}

/** A key has dots, which are no part of an id. */
export const fieldName = ({ key }: SettingDefinition): string => key.replaceAll(/[.-]/g, '_')

/** One tab an owner; the first one when the address names none. */
export async function presentSettings(viewer: Viewer, { owner, errors = {}, typed }: Entered) {
  const states = await settingStates()
  const owners = [...new Set(states.map((state) => state.owner))]
  const current = owners.find((candidate) => candidate === owner) ?? owners[0]
  const own = states.filter((state) => state.owner === current)
  return {
    title: viewer.t('settings.admin.settings.title'),
    tabs: owners.map((candidate) => ({
      label: viewer.word(`${candidate}.admin.title`, candidate),
      href: urlFor('settings.settings', {}, { owner: candidate }),
      current: candidate === current,
    })),
    action: current ? urlFor('settings.settings.update', { owner: current }) : '',
    errors,
    fields: own.map((state) => presentSetting(state, viewer, { errors, typed })),
  }
}

function presentSetting(
  { definition, value, source }: SettingState,
  viewer: Viewer,
  { errors, typed }: Omit<Entered, 'owner'>
) {
  const name = fieldName(definition)
  const shown = typed && source !== 'variable' ? typed[name] : value
  return {
    name,
    kind: definition.field.kind,
    label: viewer.t(settingText(definition, 'label')),
    hint: [helpOf(definition, viewer), sourceOf(source, viewer)].filter(Boolean).join(' '),
    error: errors?.[name],
    locked: source === 'variable',
    multiline: definition.field.kind === 'text' && definition.field.multiline,
    value: Array.isArray(shown) ? shown.join('\n') : (shown as string | number),
    checked: shown === true || shown === 'on',
    options: choicesOf(definition, viewer),
  }
}

const helpOf = (definition: SettingDefinition, viewer: Viewer) =>
  viewer.word(settingText(definition, 'help'), '')

const sourceOf = (source: SettingState['source'], viewer: Viewer) =>
  source === 'variable' ? viewer.t('settings.sources.variable') : ''

function choicesOf(definition: SettingDefinition, viewer: Viewer) {
  if (definition.field.kind !== 'choice') return []
  return definition.field.choices.map((value) => ({
    value,
    label: viewer.word(`${settingText(definition, 'choices')}.${value}`, value),
  }))
}

import type { Viewer } from '#core/admin'
import { urlFor } from '#core/platform'
import type { SettingsAction, SettingsActionResult, ShownVariable } from '#app/settings/page'
import { presentField } from '#app/settings/admin/present_field'
import { fieldName } from '#app/settings/admin/typed_value'

/** An action that has just been asked for: refused as typed, or run. */
export type RanAction = {
  id: string
  typed: Readonly<Record<string, unknown>>
  errors?: Record<string, string>
  result?: SettingsActionResult
}

const textOf = ({ id }: SettingsAction, owner: string, part: 'title' | 'text' | 'button') =>
  `${owner}.settings.actions.${id.slice(owner.length + 1)}.${part}`

/** A variable of the deployment; the value of a secret one is not among what leaves the server. */
export function presentVariable({ name, label, value, secret }: ShownVariable, viewer: Viewer) {
  const current = value()
  const isSet = current !== null && current !== ''
  const words = viewer.t(`settings.admin.page.secret.${isSet ? 'set' : 'not_set'}`)
  return { name, label: viewer.t(label), value: isSet && !secret ? current : words }
}

export async function presentAction(
  action: SettingsAction,
  owner: string,
  viewer: Viewer,
  ran: RanAction | undefined
) {
  const isRan = ran?.id === action.id
  const initial = action.initial?.(viewer) ?? {}
  const fields = action.fields.map((definition) => {
    const value = initial[definition.key] ?? definition.default
    const state = { definition, owner, value, inherited: value, source: 'default' } as const
    return presentField(state, viewer, isRan ? ran : {})
  })
  return {
    title: viewer.t(textOf(action, owner, 'title')),
    text: viewer.word(textOf(action, owner, 'text'), ''),
    button: viewer.t(textOf(action, owner, 'button')),
    icon: action.icon,
    fields: await Promise.all(fields),
    names: action.fields.map(fieldName),
    href: urlFor('settings.actions.store', { owner, action: action.id.slice(owner.length + 1) }),
    result: isRan ? (ran.result ?? null) : null,
  }
}

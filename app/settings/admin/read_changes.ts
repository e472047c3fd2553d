import type { Viewer } from '#core/admin'
import type { SettingChange } from '#app/settings/actions/change_settings'
import { markOf } from '#app/settings/domain/seen'
import type { SettingDefinition } from '#app/settings/domain/definition'
import type { SettingState } from '#app/settings/queries/setting_catalogue'
import { fieldName, typedValue } from '#app/settings/admin/typed_value'

type Body = Readonly<Record<string, unknown>>
type Read = { changes: SettingChange[]; errors: Record<string, string> }

/**
 * What a person changed on a page of settings. A field that they left as they saw it is no change,
 * so two people may save two fields of one page at once; one that was not on the page is none.
 */
export function readChanges(states: readonly SettingState[], body: Body, viewer: Viewer): Read {
  const read: Read = { changes: [], errors: {} }
  for (const { definition, source } of states) {
    const seen = markIn(body, definition)
    if (source === 'variable' || seen === undefined) continue
    if (body.restore === fieldName(definition)) {
      read.changes.push({ definition, change: 'restore', seen: null })
    } else {
      readChange({ definition, seen, body, viewer }, read)
    }
  }
  return read
}

type Field = { definition: SettingDefinition; seen: string; body: Body; viewer: Viewer }

function readChange({ definition, seen, body, viewer }: Field, read: Read): void {
  const name = fieldName(definition)
  const isSecret = definition.field.kind === 'secret'
  if (isSecret && !body[name]) return
  const parsed = definition.parse(typedValue(definition.field, body[name]))
  if (!parsed.ok) {
    read.errors[name] = viewer.t(`settings.errors.${parsed.reason}`, { ...parsed.limits })
  } else if (isSecret || markOf(parsed.value) !== seen) {
    read.changes.push({ definition, change: { value: parsed.value }, seen })
  }
}

function markIn({ seen }: Body, definition: SettingDefinition): string | undefined {
  if (typeof seen !== 'object' || seen === null) return undefined
  const mark = (seen as Body)[fieldName(definition)]
  return typeof mark === 'string' ? mark : undefined
}

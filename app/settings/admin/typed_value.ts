import type { SettingField } from '#app/settings/domain/definition'

/** What a form sent for a setting, as its `parse` takes it; a box that is not ticked means no. */
export function typedValue(field: SettingField, value: unknown): unknown {
  if (field.kind === 'boolean') return value !== undefined && value !== null
  if (field.kind === 'list') {
    const lines = typeof value === 'string' ? value.split(/\r?\n/) : []
    return lines.map((line) => line.trim()).filter((line) => line !== '')
  }
  return value ?? ''
}

import type { SettingDefinition, SettingField } from '#app/settings/domain/definition'

/** A key has dots, which are no part of an id. */
export const fieldName = ({ key }: SettingDefinition): string => key.replaceAll(/[.-]/g, '_')

/** What a form sent for a setting, as its `parse` takes it; a box that is not ticked means no. */
export function typedValue(field: SettingField, value: unknown): unknown {
  if (field.kind === 'boolean') return value !== undefined && value !== null
  if (field.kind === 'list') {
    const lines = typeof value === 'string' ? value.split(/\r?\n/) : []
    return lines.map((line) => line.trim()).filter((line) => line !== '')
  }
  if (field.kind === 'text' && typeof value === 'string') return value.replaceAll('\r\n', '\n')
  if (field.kind === 'translated') return texts(value)
  return value ?? ''
}

function texts(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {}
  const entries = Object.entries(value).filter(([, text]) => typeof text === 'string')
  return Object.fromEntries(
    entries.map(([locale, text]) => [locale, String(text).replaceAll('\r\n', '\n')])
  )
}

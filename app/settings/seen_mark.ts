import { appKey } from '#core/platform'
import type { SettingDefinition } from '#app/settings/domain/definition'
import { markOf, secretMarkOf } from '#app/settings/domain/seen'

/** The mark under which a page shows the value of a setting. */
export const seenMark = ({ field }: SettingDefinition, value: unknown): string =>
  field.kind === 'secret' ? secretMarkOf(value, appKey()) : markOf(value)

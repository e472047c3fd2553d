import type { Viewer } from '#core/admin'
import { transaction } from '#core/platform'
import { saveSetting } from '#app/settings/actions/save_setting'
import { settingStates } from '#app/settings/queries/setting_catalogue'
import { fieldName } from '#app/settings/admin/present_settings'
import { typedValue } from '#app/settings/admin/typed_value'

/** Undoes what was already written when a later value is refused. */
class Refused extends Error {}

/** Stores every setting of an owner, or none; the sentences of what is refused, by field. */
export async function saveSettings(
  owner: string,
  body: Readonly<Record<string, unknown>>,
  viewer: Viewer
): Promise<Record<string, string>> {
  const states = await settingStates()
  const own = states.filter((state) => state.owner === owner && state.source !== 'variable')
  const errors: Record<string, string> = {}
  const write = transaction(async (trx) => {
    for (const { definition, value } of own) {
      const typed = typedValue(definition.field, body[fieldName(definition)])
      if (String(typed ?? '') === String(value ?? '')) continue
      const saved = await saveSetting(trx, definition, typed, viewer.actor)
      if (saved.ok) continue
      const sentence = viewer.t(`settings.errors.${saved.reason}`, { ...saved.limits })
      errors[fieldName(definition)] = sentence
    }
    if (Object.keys(errors).length > 0) throw new Refused()
  })
  await write.catch((error: unknown) => {
    if (!(error instanceof Refused)) throw error
  })
  return errors
}

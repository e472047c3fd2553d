import { audit } from '#core/audit'
import { disablePlugin, enablePlugin, transaction, type Actor } from '#core/platform'

export type Switched = { plugins: string[] } & (
  { ok: true; enabled: boolean } | { ok: false; reason: 'missing_requirement' | 'still_required' }
)

/** Flips a plugin's switch for a person of the panel and notes who did it. */
export async function switchPlugin(id: string, enabled: boolean, actor: Actor): Promise<Switched> {
  const result = enabled ? await enablePlugin(id) : await disablePlugin(id)
  if (!result.ok) return { ok: false, reason: result.reason, plugins: result.plugins ?? [] }
  const action = `platform.plugin_${enabled ? 'enabled' : 'disabled'}`
  await transaction((trx) => audit(trx, { actor, action, object: 'platform.plugin', objectId: id }))
  return { ok: true, enabled, plugins: [id] }
}

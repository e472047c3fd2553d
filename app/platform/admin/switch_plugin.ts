import { audit } from '#core/audit'
import { disablePlugin, enablePlugin, transaction, type Actor, type Switched } from '#core/platform'

/** Flips a plugin's switch for a person of the panel and notes who did it. */
export async function switchPlugin(id: string, enabled: boolean, actor: Actor): Promise<Switched> {
  const result = enabled ? await enablePlugin(id) : await disablePlugin(id)
  if (!result.ok) return result
  const action = `platform.plugin_${enabled ? 'enabled' : 'disabled'}`
  await transaction((trx) => audit(trx, { actor, action, object: 'platform.plugin', objectId: id }))
  return result
}

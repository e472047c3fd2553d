import { enabledPluginIds, registry } from '#core/platform'
import { sessionLife, type Kind, type SessionLife } from '#app/accounts/domain/session_life'

/** How long sessions of these people last, with the plugins that are enabled at this moment. */
export async function lifeOfSession(kind: Kind): Promise<SessionLife> {
  const enabled = await enabledPluginIds()
  const health = registry.plugins.some(
    ({ id, healthRecords }) => healthRecords === true && enabled.includes(id)
  )
  return sessionLife(kind, health)
}

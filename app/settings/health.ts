import { allContributions } from '#core/platform'
import type { HealthCheck } from '#core/web'
import { settingVariable } from '#app/settings/domain/definition'
import { variableOf } from '#app/settings/domain/effective'
import { unreadableSecrets } from '#app/settings/queries/stored_values'

/** A variable that its setting does not take is left aside, and health says so. */
export const settingVariablesAreReadable: HealthCheck = {
  id: 'settings.variables',
  advisory: true,
  async check() {
    const malformed = allContributions('settings')
      .flatMap(({ value }) => value)
      .filter((definition) => variableOf(definition, process.env)?.ok === false)
      .map(settingVariable)
    return malformed.length === 0
      ? { ok: true }
      : { ok: false, detail: `not understood: ${malformed.join(', ')}` }
  },
}

/** A secret that was kept under another APP_KEY counts as not set until somebody types it again. */
export const secretsAreReadable: HealthCheck = {
  id: 'settings.secrets',
  advisory: true,
  async check() {
    const keys = await unreadableSecrets()
    return keys.length === 0
      ? { ok: true }
      : { ok: false, detail: `to be typed again: ${keys.join(', ')}` }
  },
}

import { allContributions } from '#core/platform'
import type { HealthCheck } from '#core/web'
import { settingVariable } from '#app/settings/domain/definition'
import { variableOf } from '#app/settings/domain/effective'

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

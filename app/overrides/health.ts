import type { HealthCheck } from '#core/web'
import { overrideProblems } from '#app/overrides/problems'

/** A broken override changes nothing for customers; staff learn that theirs is not in use. */
export const overridesAreInUse: HealthCheck = {
  id: 'overrides.in_use',
  advisory: true,
  async check() {
    const paths = overrideProblems()
    return paths.length === 0
      ? { ok: true }
      : { ok: false, detail: `not in use: ${paths.join(', ')}` }
  },
}

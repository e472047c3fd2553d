import type { HealthCheck } from '#core/web'
import { hasScanner, scannerAnswers } from '#app/files/checks/scanner'
import { fileSpace } from '#app/files/queries/space'

const NEARLY_FULL = 0.9

/** With a scanner that does not answer no file is taken. */
export const scannerIsThere: HealthCheck = {
  id: 'files.scanner',
  advisory: true,
  async check() {
    if (!hasScanner()) return { ok: true, detail: 'no scanner configured' }
    return (await scannerAnswers())
      ? { ok: true }
      : { ok: false, detail: 'clamd does not answer: uploads are refused' }
  },
}

export const quotaHasRoom: HealthCheck = {
  id: 'files.quota',
  advisory: true,
  async check() {
    const { used, quota } = await fileSpace()
    const detail = `${Math.round((used / quota) * 100)} % of ${quota / 2 ** 20} MB used`
    return { ok: used < quota * NEARLY_FULL, detail }
  },
}

import app from '@adonisjs/core/services/app'
import i18nManager from '@adonisjs/i18n/services/main'
import logger from '@adonisjs/core/services/logger'
import { errorRecord } from '#core/platform'
import { forgetPages } from '#core/web'
import { filesBelow, fingerprint, overridesFolder } from '#app/overrides/files'
import { readViews, viewFiles } from '#app/overrides/views'

const EVERY_MS = 700

const seen = { views: '', texts: '' }
let looking: Promise<void> | null = null

/** Takes up what an operator changed; one look at a time. */
export function refreshOverrides(): Promise<void> {
  looking ??= look().finally(() => (looking = null))
  return looking
}

async function look(): Promise<void> {
  const views = await viewFiles()
  if (fingerprint(views) !== seen.views) {
    seen.views = fingerprint(views)
    await readViews(views)
    forgetPages()
  }
  const texts = fingerprint(await filesBelow(overridesFolder('lang'), '.json'))
  if (texts !== seen.texts) {
    seen.texts = texts
    await i18nManager.reloadTranslations()
    forgetPages()
  }
}

/**
 * Every process that lives longer than a second follows the folder: a few names a second are
 * listed beside the requests, none waits for it. In tests the tests look.
 */
export function watchOverrides(): void {
  if (app.inTest || app.getMode() !== 'run') return
  const follow = () =>
    void refreshOverrides().catch((error: unknown) =>
      logger.error({ error: errorRecord(error) }, 'The overrides cannot be read')
    )
  setInterval(follow, EVERY_MS).unref()
}

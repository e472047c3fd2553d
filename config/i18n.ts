import app from '@adonisjs/core/services/app'
import { defineConfig, loaders } from '@adonisjs/i18n'
import { FALLBACK_LOCALE, LOCALES } from '#app/organisation/domain/locales'
import { dataPath } from '#app/platform/data_dir'
import { installedPluginIds, pluginPath } from '#app/platform/installed'
import { CachingIcuFormatter } from '#app/web/translations/caching_icu_formatter'

/**
 * Where texts come from; a later folder wins key by key. A file is its own namespace, so plugins
 * name theirs after themselves. The operator's overrides outlast a build and win over all.
 */
const folders = [
  app.languageFilesPath(),
  ...installedPluginIds().map((id) => pluginPath(id, 'lang')),
  dataPath('overrides', 'lang'),
]

/** A text that is missing is shown in English, a missing English one in Spanish. */
const fallbackLocales = Object.fromEntries(
  LOCALES.map((locale) => [locale, locale === 'en' ? 'es' : 'en'])
)

export default defineConfig({
  defaultLocale: FALLBACK_LOCALE,
  supportedLocales: [...LOCALES],
  fallbackLocales,
  formatter: () => new CachingIcuFormatter(),
  loaders: folders.map((location) => loaders.fs({ location })),
})

import { configProvider } from '@adonisjs/core'
import app from '@adonisjs/core/services/app'
import { defineConfig, loaders } from '@adonisjs/i18n'
import { FALLBACK_LOCALE, LOCALES } from '#app/organisation/domain/locales'
import { installedPluginIds, pluginPath } from '#app/platform/installed'
import { CachingIcuFormatter } from '#app/web/translations/caching_icu_formatter'

/**
 * Where texts come from; a later folder wins key by key. A file is its own namespace, so plugins
 * name theirs after themselves.
 */
const folders = [
  app.languageFilesPath(),
  ...installedPluginIds().map((id) => pluginPath(id, 'lang')),
]

/** A text that is missing is shown in English, a missing English one in Spanish. */
const fallbackLocales = Object.fromEntries(
  LOCALES.map((locale) => [locale, locale === 'en' ? 'es' : 'en'])
)

const shipped = folders.map((location) => loaders.fs({ location }))

/** The operator's own texts outlast a build and win over all. */
const overridden = configProvider.create(async (application) => {
  const { OverriddenTexts } = await import('#app/overrides/texts')
  const factories = await Promise.all(shipped.map(({ resolver }) => resolver(application)))
  return (config: Parameters<(typeof factories)[number]>[0]) =>
    new OverriddenTexts(factories.map((loader) => loader(config)))
})

export default defineConfig({
  defaultLocale: FALLBACK_LOCALE,
  supportedLocales: [...LOCALES],
  fallbackLocales,
  formatter: () => new CachingIcuFormatter(),
  loaders: [...shipped, overridden],
})

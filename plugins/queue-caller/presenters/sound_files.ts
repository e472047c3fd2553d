const FOLDER = 'plugins/queue-caller/assets/sound'

/**
 * Addresses of the recordings that a screen speaking these languages loads.
 *
 * @param asset the address of a built file, e.g. `vite.assetPath`
 */
export const soundFiles = (locales: readonly string[], asset: (path: string) => string) => ({
  chime: asset(`${FOLDER}/chime.mp3`),
  languages: Object.fromEntries(
    locales.map((locale) => [
      locale,
      { sound: asset(`${FOLDER}/${locale}.mp3`), index: asset(`${FOLDER}/${locale}.json`) },
    ])
  ),
})

import { sources } from '../sources.js'

export const LANGUAGES = ['es', 'pt', 'en', 'fr', 'it', 'ca', 'de', 'pl'] as const
export type Language = (typeof LANGUAGES)[number]

/** Every text of a language by its key, which begins with the file's path. */
export type Texts = Map<string, string>
export type Catalogue = Record<Language, Texts>

type Nested = { [key: string]: string | Nested }

function* flatten(value: Nested, prefix: string): Generator<[string, string]> {
  for (const [name, inner] of Object.entries(value)) {
    const key = `${prefix}.${name}`
    if (typeof inner === 'string') yield [key, inner]
    else yield* flatten(inner, key)
  }
}

/** Reads the texts of the core and of every plugin in a tree. */
export function readCatalogue(root: string): Catalogue {
  const texts = (language: Language): Texts => {
    const files = sources(
      root,
      `resources/lang/${language}/**/*.json`,
      `plugins/*/lang/${language}/**/*.json`
    )
    return new Map(
      files.flatMap(({ path, text }) => {
        // Folders are joined by dots, as the loader of the application does it.
        const [, inside] = path.replaceAll('\\', '/').split(`lang/${language}/`)
        const name = inside.replace(/\.json$/, '').replaceAll('/', '.')
        return [...flatten(JSON.parse(text), name)]
      })
    )
  }
  return Object.fromEntries(LANGUAGES.map((language) => [language, texts(language)])) as Catalogue
}

/** Runs a check on every text of every language. */
export function eachText(
  catalogue: Catalogue,
  check: (text: string, key: string, language: Language) => string[]
): string[] {
  return LANGUAGES.flatMap((language) =>
    [...catalogue[language]].flatMap(([key, text]) =>
      check(text, key, language).map((problem) => `${language} ${key}: ${problem}`)
    )
  )
}

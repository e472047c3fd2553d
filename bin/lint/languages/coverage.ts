import { messages as vineMessages } from '@vinejs/vine/defaults'
import type { Source } from '../sources.js'
import { lineAt } from '../sources.js'
import { LANGUAGES, type Catalogue } from './catalogue.js'

const LONGEST_SHARE = 0.05

/** Every language has exactly the same keys. */
export function unequalKeys(catalogue: Catalogue): string[] {
  const all = new Set(LANGUAGES.flatMap((language) => [...catalogue[language].keys()]))
  return LANGUAGES.flatMap((language) =>
    [...all].filter((key) => !catalogue[language].has(key)).map((key) => `${language} lacks ${key}`)
  )
}

const words = (text: string) =>
  text.replaceAll(/\{[^{}]*\}/g, ' ').match(/\p{L}{2,}/gu)?.length ?? 0

/** A language that leaves more than one text in twenty (of three words and more) in English. */
export function copiedEnglish(catalogue: Catalogue): string[] {
  const long = [...catalogue.en].filter(([, text]) => words(text) >= 3)
  return LANGUAGES.filter((language) => language !== 'en').flatMap((language) => {
    const same = long.filter(([key, text]) => catalogue[language].get(key) === text)
    if (same.length <= long.length * LONGEST_SHARE) return []
    const keys = same.map(([key]) => key).join(', ')
    return [`${language}: ${same.length} of ${long.length} texts are the English ones: ${keys}`]
  })
}

/** Every rule of the validator answers in the visitor's language, our own rules too. */
export function silentRules(catalogue: Catalogue, code: Source[]): string[] {
  const own = code.flatMap(({ text }) =>
    [...text.matchAll(/\.report\(\s*(?:'[^']*'|"[^"]*"|`[^`]*`|\w+),\s*'([\w.]+)'/g)].map(
      ([, rule]) => rule
    )
  )
  return [...new Set([...Object.keys(vineMessages), ...own])]
    .filter((rule) => !catalogue.en.has(`validator.shared.messages.${rule}`))
    .map((rule) => `validator.json has no message for the rule "${rule}"`)
}

const CALL = /(?<![\w$])t\(\s*(['"`])((?:(?!\1|\$\{)[^\\])*)(\1|\$\{)/g

/** Texts that code asks for and nobody wrote; of a key with a variable end the beginning counts. */
export function unknownKeys(catalogue: Catalogue, code: Source[]): string[] {
  const keys = [...catalogue.en.keys()]
  return code.flatMap(({ path, text }) =>
    [...text.matchAll(CALL)].flatMap((found) => {
      const [, , name, end] = found
      if (!name.includes('.')) return []
      const exists =
        end === '${' ? keys.some((key) => key.startsWith(name)) : catalogue.en.has(name)
      const shown = end === '${' ? `${name}…` : name
      return exists ? [] : [`${path}:${lineAt(text, found.index)} asks for ${shown}`]
    })
  )
}

/** Texts that no code names; keys built by convention (settings, fields, rules) are not counted. */
export function unusedKeys(catalogue: Catalogue, code: Source[]): string[] {
  const literals = new Set<string>()
  const beginnings = new Set<string>()
  for (const { text } of code) {
    for (const [, name] of text.matchAll(/['"`]([a-z][\w-]*(?:\.[\w-]+)+)['"`]/gi))
      literals.add(name)
    for (const [, name] of text.matchAll(/`([a-z][\w-]*\.[\w.-]*)\$\{/gi)) beginnings.add(name)
  }
  const conventional =
    /^validator\.|\.(settings|permissions|permission_hints|privacy|jobs|schedules|mails|channels|roles|states|actions)\./
  return [...catalogue.en.keys()].filter(
    (key) =>
      !literals.has(key) &&
      !conventional.test(key) &&
      ![...beginnings].some((beginning) => key.startsWith(beginning)) &&
      ![...literals].some((name) => key.startsWith(`${name}.`))
  )
}

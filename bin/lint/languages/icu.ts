import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import { eachText, type Catalogue, type Language } from './catalogue.js'

type Options = Record<string, { value: MessageFormatElement[] }>

/** The parts of a message, those inside plural and select included; null when it cannot be read. */
function parsed(text: string): MessageFormatElement[] | null {
  try {
    return [...walk(parse(text, { ignoreTag: true }))]
  } catch {
    return null
  }
}

function* walk(elements: MessageFormatElement[]): Generator<MessageFormatElement> {
  for (const element of elements) {
    yield element
    if (element.type === TYPE.plural || element.type === TYPE.select) {
      for (const option of Object.values(element.options as Options)) yield* walk(option.value)
    }
  }
}

/** A message that cannot be read shows its own source to the visitor. */
export const unreadable = (catalogue: Catalogue): string[] =>
  eachText(catalogue, (text) => {
    try {
      parse(text, { ignoreTag: true })
      return []
    } catch (error) {
      return [`${error instanceof Error ? error.message : error} in "${text}"`]
    }
  })

const NEEDS_VALUE = new Set([
  TYPE.argument,
  TYPE.number,
  TYPE.date,
  TYPE.time,
  TYPE.select,
  TYPE.plural,
])

/** Names of the values a message needs; for a choice also its cases, since code names them. */
function argumentsOf(text: string): string {
  const found = new Set<string>()
  for (const element of parsed(text) ?? []) {
    if (!NEEDS_VALUE.has(element.type) || !('value' in element)) continue
    const name = String(element.value)
    const cases = element.type === TYPE.select ? Object.keys(element.options).sort() : []
    found.add(cases.length > 0 ? `${name} (${cases.join(', ')})` : name)
  }
  return [...found].sort().join(', ')
}

/** A translation that needs another value than the English text gets none. */
export const otherArguments = (catalogue: Catalogue): string[] =>
  eachText(catalogue, (text, key) => {
    const english = catalogue.en.get(key)
    if (english === undefined || parsed(text) === null) return []
    const [here, there] = [argumentsOf(text), argumentsOf(english)]
    return here === there ? [] : [`takes {${here}}, in English {${there}}`]
  })

/**
 * Plural forms that whole numbers up to a thousand take in a language, and `other`, which ICU
 * always asks for. (Romance languages have a `many` of their own, from a million on.)
 */
export function formsOf(language: Language, type: Intl.PluralRuleType): Set<string> {
  const rules = new Intl.PluralRules(language, { type })
  return new Set([...Array.from({ length: 1001 }, (_, n) => rules.select(n)), 'other'])
}

/** Polish has one, few, many and other: a text that lacks one reads like a machine. */
export const wrongPlurals = (catalogue: Catalogue): string[] =>
  eachText(catalogue, (text, _key, language) =>
    (parsed(text) ?? []).flatMap((element) => {
      if (element.type !== TYPE.plural) return []
      const forms = formsOf(language, element.pluralType ?? 'cardinal')
      const known = new Set<string>(
        new Intl.PluralRules(language, { type: element.pluralType }).resolvedOptions()
          .pluralCategories
      )
      const given = Object.keys(element.options).filter((form) => !form.startsWith('='))
      const missing = [...forms].filter((form) => !given.includes(form))
      const unknown = given.filter((form) => !known.has(form))
      return [
        ...missing.map((form) => `{${element.value}} lacks the form "${form}"`),
        ...unknown.map((form) => `{${element.value}} has a form "${form}" unknown to the language`),
      ]
    })
  )

/** ICU reads an ASCII apostrophe beside a brace as a quote: l'{name} prints the braces. */
export const apostrophes = (catalogue: Catalogue): string[] =>
  eachText(catalogue, (text) =>
    /'[{}]|[{}]'/.test(text) ? [`ASCII apostrophe beside a brace (write ’) in "${text}"`] : []
  )

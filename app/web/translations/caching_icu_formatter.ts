import {
  isArgumentElement,
  isLiteralElement,
  type MessageFormatElement,
} from '@formatjs/icu-messageformat-parser'
import type { TranslationsFormatterContract } from '@adonisjs/i18n/types'
import { IntlMessageFormat } from 'intl-messageformat'

type Data = Record<string, unknown>
type Compiled = string | ((data?: Data) => string)

/** Characters that mean something to ICU; a message without them is printed as it stands. */
const HAS_SYNTAX = /[{}']/

/**
 * ICU messages, parsed once per locale. Parsing at every `t()`, as the stock formatter does, was
 * the largest single cost of a page; a plain text costs two look-ups here.
 */
export class CachingIcuFormatter implements TranslationsFormatterContract {
  readonly name = 'icu'
  readonly #compiled = new Map<string, Map<string, Compiled>>()

  format(message: string, locale: string, data?: Data): string {
    const compiled = this.#compiledFor(message, locale)
    return typeof compiled === 'string' ? compiled : compiled(data)
  }

  #compiledFor(message: string, locale: string): Compiled {
    let messages = this.#compiled.get(locale)
    if (!messages) this.#compiled.set(locale, (messages = new Map()))
    let compiled = messages.get(message)
    if (compiled === undefined) {
      compiled = HAS_SYNTAX.test(message) ? compile(message, locale) : message
      messages.set(message, compiled)
    }
    return compiled
  }
}

function compile(message: string, locale: string): (data?: Data) => string {
  const format = new IntlMessageFormat(message, locale, undefined, { ignoreTag: true })
  const complete = (data?: Data) => String(format.format(data as never))
  const parts = partsOf(format.getAst())
  return parts ? (data) => filledIn(parts, data) ?? complete(data) : complete
}

type Part = { text: string; isName: boolean }

/** A message of words and plain values, as most are: "Select {name}". Null for every other. */
function partsOf(elements: readonly MessageFormatElement[]): Part[] | null {
  const parts = elements.flatMap((element): Part[] => {
    const isName = isArgumentElement(element)
    return isName || isLiteralElement(element) ? [{ text: element.value, isName }] : []
  })
  return parts.length === elements.length ? parts : null
}

/** Lists say the same with each row's name; the library takes ten times as long for it. */
function filledIn(parts: readonly Part[], data: Data = {}): string | null {
  let words = ''
  for (const { text, isName } of parts) {
    const value = isName ? data[text] : text
    if (typeof value !== 'string' && typeof value !== 'number') return null
    words += String(value)
  }
  return words
}

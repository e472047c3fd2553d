import type { TranslationsFormatterContract } from '@adonisjs/i18n/types'
import { IntlMessageFormat } from 'intl-messageformat'

type Compiled = string | IntlMessageFormat

/** Characters that mean something to ICU; a message without them is printed as it stands. */
const HAS_SYNTAX = /[{}']/

/**
 * ICU messages, parsed once per locale. Parsing at every `t()`, as the stock formatter does, was
 * the largest single cost of a page; a plain text costs two look-ups here.
 */
export class CachingIcuFormatter implements TranslationsFormatterContract {
  readonly name = 'icu'
  readonly #compiled = new Map<string, Map<string, Compiled>>()

  format(message: string, locale: string, data?: Record<string, unknown>): string {
    const compiled = this.#compiledFor(message, locale)
    return typeof compiled === 'string' ? compiled : String(compiled.format(data as never))
  }

  #compiledFor(message: string, locale: string): Compiled {
    let messages = this.#compiled.get(locale)
    if (!messages) this.#compiled.set(locale, (messages = new Map()))
    let compiled = messages.get(message)
    if (compiled === undefined) {
      compiled = HAS_SYNTAX.test(message)
        ? new IntlMessageFormat(message, locale, undefined, { ignoreTag: true })
        : message
      messages.set(message, compiled)
    }
    return compiled
  }
}

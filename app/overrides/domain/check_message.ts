import { IntlMessageFormat } from 'intl-messageformat'

/** Why an operator's text is not used; the sentence is `overrides.problems.<reason>`. */
export type MessageProblem = 'unknown_key' | 'not_a_text' | 'unreadable' | 'other_arguments'

/** What an argument is given as: figures and instants are written as numbers. */
type Kind = 'plain' | 'figure'
type Part = { type: number; value?: unknown; options?: Record<string, { value: Part[] }> }

const [ARGUMENT, NUMBER, DATE, TIME, SELECT, PLURAL] = [1, 2, 3, 4, 5, 6]

/**
 * Checks a text against the one that it takes the place of: readable as ICU, and no value in it
 * that the page does not give, since that would throw where the page is rendered.
 */
export function checkMessage(
  message: unknown,
  original: string | undefined,
  locale: string
): MessageProblem | null {
  if (original === undefined) return 'unknown_key'
  if (typeof message !== 'string') return 'not_a_text'
  const given = argumentsOf(original, locale)
  const used = argumentsOf(message, locale)
  if (used === null) return 'unreadable'
  for (const [name, kind] of used) {
    const known = given?.get(name)
    if (!known || (kind === 'figure' && known === 'plain')) return 'other_arguments'
  }
  return null
}

/** The values that a text names, `{ count: 'figure' }`; null when it is no ICU message. */
export function argumentsOf(message: string, locale: string): Map<string, Kind> | null {
  try {
    const format = new IntlMessageFormat(message, locale, undefined, { ignoreTag: true })
    const found = new Map<string, Kind>()
    collect(format.getAst() as Part[], found)
    return found
  } catch {
    return null
  }
}

function collect(parts: readonly Part[], found: Map<string, Kind>): void {
  for (const { type, value, options } of parts) {
    if (type === ARGUMENT || type === SELECT) {
      const name = String(value)
      found.set(name, found.get(name) ?? 'plain')
    } else if ([NUMBER, DATE, TIME, PLURAL].includes(type)) {
      found.set(String(value), 'figure')
    }
    for (const option of Object.values(options ?? {})) collect(option.value, found)
  }
}

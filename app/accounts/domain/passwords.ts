import { COMMON_PASSWORDS } from '#app/accounts/domain/common_passwords'
import type { Kind } from '#app/accounts/domain/session_life'

/** Characters that a password has at least; pages and rules quote the same figures. */
export const SHORTEST_PASSWORD: Record<Kind, number> = { staff: 12, customer: 8 }
export const LONGEST_PASSWORD = 128

/** Letters beside the known word that make it a phrase of its own. */
const OWN_LETTERS = 5
const LEET: Record<string, string> = {
  '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', '$': 's', '!': 'i',
} // prettier-ignore

export type PasswordRefusal = 'too_short' | 'too_long' | 'common' | 'known_word'

/** Lowercase without the digits and signs that people hang on both ends: `!Welcome2024!` → `welcome`. */
function stem(password: string): string {
  return password.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
}

const plainLetters = (text: string) => text.replace(/[013457@$!]/g, (sign) => LEET[sign] ?? sign)

/** `aaaaaaaa`, `12345678`, `hgfedcba` and `abcabcabc`: one step or one short piece repeated. */
function isPattern(password: string): boolean {
  if (/^(.{1,4}?)\1+$/u.test(password)) return true
  const codes = [...password].map((sign) => sign.codePointAt(0)!)
  const step = codes[1] - codes[0]
  return Math.abs(step) <= 1 && codes.every((code, at) => at === 0 || code - codes[at - 1] === step)
}

function isCommon(password: string): boolean {
  const forms = [
    password,
    stem(password),
    stem(plainLetters(password)),
    plainLetters(stem(password)),
  ]
  return forms.some((form) => COMMON_PASSWORDS.has(form)) || isPattern(password)
}

/** True when little is left of the password without the words that anybody can guess here. */
function leansOn(words: readonly string[], password: string): boolean {
  const letters = plainLetters(password).replace(/[^\p{L}]/gu, '')
  const known = words
    .flatMap((word) => word.toLowerCase().split(/[^\p{L}]+/u))
    .filter((word) => word.length >= 4 && letters.includes(word))
  const rest = known.reduce((text, word) => text.replaceAll(word, ''), letters)
  return known.length > 0 && [...rest].length < OWN_LETTERS
}

/**
 * Null when the password may be used. Any character counts, none is demanded; refused are short
 * and well-known ones and those that lean on `knownWords` (organisation, product, the person).
 */
export function passwordRefusal(
  password: string,
  kind: Kind,
  knownWords: readonly string[]
): PasswordRefusal | null {
  const length = [...password].length
  if (length < SHORTEST_PASSWORD[kind]) return 'too_short'
  if (length > LONGEST_PASSWORD) return 'too_long'
  const lowered = password.normalize('NFC').toLowerCase()
  if (isCommon(lowered)) return 'common'
  return leansOn(knownWords, lowered) ? 'known_word' : null
}

/** Letters that carry no separable accent, so that normalising leaves them as they are. */
const LETTERS: Record<string, string> = {
  ł: 'l', đ: 'd', ø: 'o', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i', þ: 'th', ð: 'd', '·': '',
} // prettier-ignore

/** How people search: lower case without accents. `Łukasz Peña-Grün` → `lukasz pena-grun`. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[łđøßæœıþð·]/g, (letter) => LETTERS[letter])
    .replace(/\s+/g, ' ')
    .trim()
}

const digits = (text: string) => text.replace(/\D/g, '')

type Person = {
  firstName: string
  lastName: string
  email: string | null
  phone: string | null
}

/** The text in which a person is searched: folded names, address, and the phone's digits. */
export function searchText({ firstName, lastName, email, phone }: Person): string {
  const parts = [fold(firstName), fold(lastName), fold(email ?? ''), digits(phone ?? '')]
  return ` ${parts.filter(Boolean).join(' ')}`
}

/**
 * The pieces of a search, all of which must occur: `Müller 0171 / 22` → `muller`, `017122`.
 * Pieces that are digits and signs alone belong to one phone number.
 */
export function searchPieces(term: string): string[] {
  const words = fold(term).split(' ').filter(Boolean)
  const isNumber = (word: string) => /^[\d+()/.-]+$/.test(word)
  const number = digits(words.filter(isNumber).join(''))
  return [...words.filter((word) => !isNumber(word)), number].filter(Boolean)
}

/** The end of a phone number, by which one finds it however it is written; null for too short ones. */
export function phoneTail(phone: string | null): string | null {
  const number = digits(phone ?? '')
  return number.length > 5 ? number.slice(-9) : null
}

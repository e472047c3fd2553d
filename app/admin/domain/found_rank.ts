import { fold } from '#core/customers'
import { searchTerms } from '#app/admin/domain/marked_text'

/** How well something answers a search, best first. */
export const RANK = {
  /** It is called so: an exact number or name, its words in whatever order. */
  named: 0,
  /** A name of it begins with what was typed. */
  begins: 1,
  /** Each term begins a word. */
  words: 2,
  /** Each term is part of a word. */
  holds: 3,
  /** What was typed stands somewhere else, e.g. in an address or a note. */
  beside: 4,
} as const

export type Rank = (typeof RANK)[keyof typeof RANK]

/** The rank of the name that answers best. */
export function rankOf(names: readonly string[], search: string): Rank {
  const ranks = names.map((name) => rankOfName(fold(name), search))
  return ranks.toSorted((one, other) => one - other)[0] ?? RANK.beside
}

function rankOfName(name: string, search: string): Rank {
  const terms = searchTerms(search)
  if (terms.length === 0) return RANK.beside
  if (sorted(name.split(' ')) === sorted(terms)) return RANK.named
  if (name.startsWith(fold(search))) return RANK.begins
  if (terms.every((term) => beginsWord(name, term))) return RANK.words
  return terms.every((term) => name.includes(term)) ? RANK.holds : RANK.beside
}

const sorted = (words: readonly string[]) => words.toSorted().join(' ')

/** `A-2027-0012` has the words `a`, `2027` and `0012`. */
function beginsWord(name: string, term: string): boolean {
  for (let at = name.indexOf(term); at >= 0; at = name.indexOf(term, at + 1)) {
    if (at === 0 || /[^\p{L}\p{N}]/u.test(name[at - 1])) return true
  }
  return false
}

/** Best first; what is equally good keeps its order. */
export const bestFirst = <T>(all: readonly T[], rank: (one: T) => number): T[] =>
  all.toSorted((one, other) => rank(one) - rank(other))

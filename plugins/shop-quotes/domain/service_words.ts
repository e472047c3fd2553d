const BETWEEN = /[^\p{L}\p{N}]+/u
const MOST_WORDS = 8

/** The words of a text that is folded already, each once. */
const wordsIn = (folded: string): string[] => [...new Set(folded.split(BETWEEN).filter(Boolean))]

/** Kept with a service: the words of its name and summary in every language, each after a blank. */
export const wordsOfService = (folded: readonly string[]): string =>
  [...new Set(folded.flatMap(wordsIn))].map((word) => ` ${word}`).join('')

/** Whether each word that somebody looks for begins a word of the service. */
export function isFoundBy(words: string, folded: string): boolean {
  const wanted = wordsIn(folded)
  return (
    wanted.length > 0 && wanted.slice(0, MOST_WORDS).every((word) => words.includes(` ${word}`))
  )
}

const MOST_TERMS = 5

/** Words that must all be found. */
export function searchWords(search: string): string[] {
  return search
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, MOST_TERMS)
}

/** A word as a pattern for `like … escape '\'`. */
export const likePattern = (word: string): string =>
  `%${word.toLowerCase().replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`

export const searchPatterns = (search: string): string[] => searchWords(search).map(likePattern)

const MOST_TERMS = 5

/** Words that must all be found, as patterns for `like … escape '\'`. */
export function searchPatterns(search: string): string[] {
  return search
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, MOST_TERMS)
    .map((word) => `%${word.toLowerCase().replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`)
}

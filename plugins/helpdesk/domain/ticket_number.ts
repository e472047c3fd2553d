/** `T-2026-00042`: said on the telephone, so it has the year and no more digits than it needs. */
export const ticketNumber = (year: number, nth: number): string =>
  `T-${year}-${String(nth).padStart(5, '0')}`

const LONGEST_SUBJECT = 80

/** The first line of a description, cut between words where it is long. */
export function subjectOf(description: string): string {
  const line = description
    .trim()
    .split(/\s*[\r\n]\s*/)[0]
    .replace(/\s+/g, ' ')
  const letters = [...line]
  if (letters.length <= LONGEST_SUBJECT) return line
  const cut = letters.slice(0, LONGEST_SUBJECT - 1).join('')
  const space = cut.lastIndexOf(' ')
  return `${(space > LONGEST_SUBJECT / 2 ? cut.slice(0, space) : cut).trimEnd()}…`
}

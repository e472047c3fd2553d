const LONGEST = 40
const BETWEEN = /[^\p{L}\p{N}]+/u
const NUMBER = /^(?:t-)?(\d{4}-\d+)$/

const wordsIn = (text: string): string[] =>
  text.split(BETWEEN).flatMap((word) => (word === '' ? [] : [word.slice(0, LONGEST)]))

type Folded = { number: string; subject: string }

/** By the beginnings of these a ticket is found: its number, the digits at its end, its subject. */
export function wordsOfTicket({ number, subject }: Folded): string[] {
  const digits = number.slice(number.lastIndexOf('-') + 1)
  return [...new Set([number, digits, digits.replace(/^0+/, ''), ...wordsIn(subject)])]
}

/** What a searched word looks for, each the beginning of a word: `it's` → `it`, `s`. */
export function beginningsIn(folded: string): string[] {
  const number = NUMBER.exec(folded)
  return number ? [`t-${number[1]}`] : wordsIn(folded)
}

/** Nobody is called so. */
export const isTicketNumber = (folded: string): boolean => /^t-\d{4}-\d+$/.test(folded)

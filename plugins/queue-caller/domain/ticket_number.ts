/** First and last number of a line's tickets, both given out. */
export interface NumberRange {
  readonly first: number
  readonly last: number
}

/**
 * What stands on a walk-in's ticket.
 *
 *     ticketCode('A', 42)    // 'A042'
 *     ticketCode('A', 1000)  // 'A1000'
 */
export const ticketCode = (letter: string, number: number): string =>
  letter + String(number).padStart(3, '0')

/** Number and cycle of the nth ticket (1, 2, 3, …) that a line gives out on one day. */
export function nthTicket(
  nth: number,
  { first, last }: NumberRange
): { number: number; cycle: number } {
  const size = last - first + 1
  return { number: first + ((nth - 1) % size), cycle: Math.floor((nth - 1) / size) }
}

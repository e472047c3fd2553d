/** I, O and Q are mistaken for 1 and 0 on a screen or a printed ticket. */
export const TICKET_LETTERS = [...'ABCDEFGHJKLMNPRSTUVWXYZ'] as const

export function isTicketLetter(letter: string): boolean {
  return (TICKET_LETTERS as readonly string[]).includes(letter)
}

/**
 * The doubled letter keeps appointments apart from dispenser tickets (Q2).
 *
 *     appointmentNumber('A', 42)    // 'AA042'
 *     appointmentNumber('A', 1000)  // 'AA1000'
 */
export function appointmentNumber(letter: string, count: number): string {
  return letter + letter + String(count).padStart(3, '0')
}

/** What somebody typed at the kiosk or held to its reader. */
export type TypedCode =
  /** `AA042`, of a mail */
  | { kind: 'appointment'; number: string }
  /** `A042`, of a printed ticket */
  | { kind: 'walk_in'; number: string }
  /** The address of a ticket's page on a phone */
  | { kind: 'ticket'; publicId: string }

const NUMBER = /^([A-Z])(\1)?(\d{1,4})$/
const TICKET_PAGE = /^https?:\/\/\S+\/tickets\/([\w-]{22})$/

/**
 * Null for what is no number of a queue.
 *
 *     readCode(' aa 42 ')  // { kind: 'appointment', number: 'AA042' }
 */
export function readCode(text: string): TypedCode | null {
  const page = TICKET_PAGE.exec(text.trim().split('?')[0])
  if (page) return { kind: 'ticket', publicId: page[1] }
  const [, letter, doubled, digits] =
    NUMBER.exec(text.toUpperCase().replaceAll(/[\s.-]/g, '')) ?? []
  if (!letter) return null
  const number = letter + (doubled ?? '') + String(Number(digits)).padStart(3, '0')
  return { kind: doubled ? 'appointment' : 'walk_in', number }
}

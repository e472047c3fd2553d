import { Exception } from '@adonisjs/core/exceptions'

export class RefusedLetterException extends Exception {
  static override code = 'E_REFUSED_TICKET_LETTER'
  static override status = 500

  constructor(letter: string) {
    super(`"${letter}" cannot be a ticket letter: use A to Z without I, O and Q`)
  }
}

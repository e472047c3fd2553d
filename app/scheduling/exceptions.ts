import { Exception } from '@adonisjs/core/exceptions'

/** Whoever was in a session left it, or moved with it, while another was about to join them. */
export class SessionLeftException extends Exception {
  static override code = 'E_SESSION_LEFT'
  static override status = 409

  constructor() {
    super('The session was closed or moved while somebody joined it')
  }
}

/** Somebody else released or moved the reservation while its new places were chosen. */
export class MovedMeanwhileException extends Exception {
  static override code = 'E_RESERVATION_MOVED_MEANWHILE'
  static override status = 409

  constructor() {
    super('The reservation was changed while it was being moved')
  }
}

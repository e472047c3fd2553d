import { Exception } from '@adonisjs/core/exceptions'

/** Somebody else released or moved the reservation while its new places were chosen. */
export class MovedMeanwhileException extends Exception {
  static override code = 'E_RESERVATION_MOVED_MEANWHILE'
  static override status = 409

  constructor() {
    super('The reservation was changed while it was being moved')
  }
}

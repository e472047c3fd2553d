import { BaseModel, column } from '@adonisjs/lucid/orm'
import { clock, instant, rows, secretToken, type Trx } from '#core/platform'

/** `manage`: see, move and cancel. `confirm`: confirm a booking that waits for its e-mail. */
export type LinkPurpose = 'manage' | 'confirm'

/** A secret link in a mail. Each mail carries one of its own; only its hash is stored. */
export class BookingLink extends BaseModel {
  static override table = 'booking_links'

  @column({ isPrimary: true })
  declare id: number

  @column()
  declare appointmentId: number

  @column()
  declare purpose: LinkPurpose

  @column()
  declare tokenHash: string

  @instant()
  declare createdAt: number

  @instant()
  declare expiresAt: number

  /** Makes a link and returns its secret, which is not kept. */
  static async issue(
    trx: Trx,
    link: { appointmentId: number; purpose: LinkPurpose; expiresAt: number }
  ): Promise<string> {
    const { plain, hash } = secretToken()
    const { appointmentId, purpose, expiresAt } = link
    await rows(trx, INSERT, [appointmentId, purpose, hash, clock.now(), expiresAt])
    return plain
  }
}

/** A row and not a model: every booking writes two. */
const INSERT = `
  insert into booking_links (appointment_id, purpose, token_hash, created_at, expires_at)
  values (?, ?, ?, ?, ?)`

import { BaseModel, column } from '@adonisjs/lucid/orm'
import { instant, json } from '#core/platform'
import type { Locale } from '#core/organisation'

export const MAIL_STATES = ['queued', 'sending', 'sent', 'kept', 'failed'] as const

/**
 * `queued` until its job runs (again); `sending` while it is handed to the mail server; `sent`
 * once the server took it; `kept` when there is no mail server; `failed` when it was refused.
 */
export type MailState = (typeof MAIL_STATES)[number]

/** A mail written in a business transaction; rendered from its data when read or delivered. */
export class OutboxMail extends BaseModel {
  static override table = 'messaging_mails'

  @column({ isPrimary: true })
  declare id: number

  @column()
  declare publicId: string

  /** The same over all attempts, so that a mailbox shows a repeated delivery once. */
  @column()
  declare messageId: string

  @column()
  declare template: string

  @column()
  declare owner: string

  @column()
  declare toAddress: string

  @column()
  declare toName: string | null

  @column()
  declare locale: Locale

  @json()
  declare data: object

  @column()
  declare dedupeKey: string | null

  @column()
  declare aboutObject: string | null

  @column()
  declare aboutId: number | null

  @column()
  declare state: MailState

  @column()
  declare attempts: number

  @column()
  declare lastError: string | null

  @instant()
  declare createdAt: number

  @instant()
  declare sentAt: number | null

  @column()
  declare version: number
}
